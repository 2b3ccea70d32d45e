#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/window.hpp"
#include "database/transaction.hpp"
#include "evidence/figure.hpp"
#include "evidence/product_subjects.hpp"

/// How many agencies were reached, each once however often: figures of products that are about
/// agencies (product_subjects.hpp), and how many agencies the groups have that this is a share of.
///
///     evidence.inspection.covered                        all agencies that an agency inspected
///     evidence.inspection.covered.departments            those of a group
///     evidence.agencies.departments                      how many the group has, on the day
namespace caicach::evidence
{

/// What the key of such a figure says.
struct CoverageFigure {
    std::string product{};     ///< empty: counted are the agencies of the groups themselves
    const CoverageSet* set{};  ///< null: all agencies
    [[nodiscard]] bool is_whole() const { return product.empty(); }
};
/// Nothing for keys of other figures.
[[nodiscard]] std::optional<CoverageFigure> coverage_figure(std::string_view key);

/// Adds them in the order of the products.
[[nodiscard]] Result<void> add_coverage_figures(database::Transaction& transaction,
                                                std::vector<Figure>& figures);

/// Visits by their days, where whole months will not do; read from the facts of these days.
struct CoverageDays {
    calendar::Window window{};
    std::span<const organisation::AgencyId> only_by{};  ///< those who reached; empty: all
};

/// Who reached whom, by months or by days. An agency that was reached and merged since counts as
/// who took it over; who reached it passes on to who took over most of that.
class Coverage
{
public:
    using Agencies = std::set<organisation::AgencyId>;

    /// Of one month, or one day. Without a rollup to now, then and now are the same.
    struct Visit {
        organisation::AgencyId agency{};
        organisation::AgencyId agency_then{};
        organisation::AgencyId subject{};
        organisation::AgencyId subject_then{};
        Date month{};  ///< its first day; the day itself, where days were asked for
        std::int64_t facts{};
    };

    [[nodiscard]] static Result<Coverage> load(database::Transaction& transaction,
                                               const CoverageFigure& figure, const Months& months,
                                               Rollup rollup, Date today);
    [[nodiscard]] static Result<Coverage> load(database::Transaction& transaction,
                                               const CoverageFigure& figure,
                                               const CoverageDays& days, Rollup rollup, Date today);

    /// By who reached them.
    [[nodiscard]] const std::map<organisation::AgencyId, Agencies>& reached() const
    {
        return m_reached;
    }
    [[nodiscard]] const std::vector<Visit>& visits() const { return m_visits; }
    /// Whom the figure counts among, on its last day; empty: any agency.
    [[nodiscard]] const Agencies& among() const { return m_among; }

private:
    struct Row {
        organisation::AgencyId agency{};
        Date day{};
        organisation::AgencyId subject{};
        std::int64_t facts{};
    };
    static Row row_from(const database::Row& row, Date day);
    static Result<Coverage> of_rows(database::Transaction& transaction,
                                    const CoverageFigure& figure, std::span<const Row> rows,
                                    Date last, Rollup rollup, Date today);

    std::map<organisation::AgencyId, Agencies> m_reached{};
    std::vector<Visit> m_visits{};
    Agencies m_among{};
};

/// As `amounts_of` does for figures that add up. How many agencies the groups have is told of every
/// agency that reached one of whatever kind.
[[nodiscard]] Result<std::vector<organisation::Total>> coverage_amounts(
    database::Transaction& transaction, const CoverageFigure& figure, const Months& months,
    Rollup rollup, Date today);
[[nodiscard]] Result<std::vector<organisation::Total>> coverage_amounts(
    database::Transaction& transaction, const CoverageFigure& figure, const CoverageDays& days,
    Rollup rollup, Date today);
/// How many agencies the groups have on a day.
[[nodiscard]] Result<std::int64_t> group_size(database::Transaction& transaction,
                                              const CoverageFigure& figure, Date day);

/// All agencies that `is_seen` together, each reached one once; of groups, how many agencies they
/// have.
[[nodiscard]] Result<std::int64_t> coverage_together(
    database::Transaction& transaction, const CoverageFigure& figure, const Months& months,
    Rollup rollup, Date today, const std::function<bool(organisation::AgencyId)>& is_seen);

}  // namespace caicach::evidence
