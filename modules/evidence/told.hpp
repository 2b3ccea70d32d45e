#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/window.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"

/// Part of the module's door (api.hpp includes it): what facts alone do not say, asked of whoever
/// knows it. Reports ask here, so that they need not know who follows tasks, runs contests or
/// counts dossiers; modules answer by hearing the events. Each answer is bounded by its asker.
namespace caicach::evidence
{

/// Of whom and when: one agency, or all of them.
struct Telling {
    std::optional<organisation::AgencyId> agency{};
    calendar::Window window{};
    Date today{};
};

/// A number that somebody keeps: "obligation.late".
struct ToldFigure {
    std::string key{};   ///< module, dot, what; for ever
    std::string text{};  ///< "Nhiệm vụ hoàn thành chậm"
    std::string unit{};
    std::string definition{};  ///< one sentence, printed beside it
    bool is_ratio{};           ///< told in two numbers, as numerator and denominator
};
struct ToldFiguresAsked {
    std::vector<ToldFigure>* figures{};
};
/// In the order of their modules.
[[nodiscard]] Result<std::vector<ToldFigure>> told_figures(Context& context,
                                                           database::Transaction& transaction);

struct ToldAmount {
    std::string key{};
    organisation::AgencyId agency{};
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator{};
    std::string path{};  ///< where it is listed; may be empty
};
struct ToldAmountsAsked {
    const Telling& telling;
    std::span<const std::string> keys{};  ///< those of others are passed over
    std::vector<ToldAmount>* amounts{};
};
/// Who has nothing of a figure may be left out.
[[nodiscard]] Result<std::vector<ToldAmount>> told_amounts(Context& context,
                                                           database::Transaction& transaction,
                                                           const Telling& telling,
                                                           std::span<const std::string> keys);

/// What the text of a report is drawn from.
enum class LineSection { done, late, obstacle, next, target };
struct ToldLine {
    LineSection section{};
    std::string area{};  ///< a key of plan_areas.csv; may be empty
    std::string text{};
    std::string note{};  ///< the reason, what is wished for; may be empty
    std::string path{};
    Date day{};  ///< done on, due on, said on
};
struct ToldLinesAsked {
    const Telling& telling;
    std::span<const LineSection> sections{};
    std::size_t lines_max{};  ///< of each section
    std::vector<ToldLine>* lines{};
};
/// By section as asked, each in the order of its days.
[[nodiscard]] Result<std::vector<ToldLine>> told_lines(Context& context,
                                                       database::Transaction& transaction,
                                                       const Telling& telling,
                                                       std::span<const LineSection> sections,
                                                       std::size_t lines_max);

/// A column of such a list; whoever draws it knows its columns by their keys.
struct ToldColumn {
    std::string key{};   ///< "co_quan"
    std::string text{};  ///< "Cơ quan"
};
/// A list that somebody keeps: "obligation.targets".
struct ToldTable {
    std::string key{};
    std::string text{};
    std::vector<ToldColumn> columns{};  ///< in the order of its rows' cells
};
struct ToldTablesAsked {
    std::vector<ToldTable>* tables{};
};
/// In the order of their modules.
[[nodiscard]] Result<std::vector<ToldTable>> told_tables(Context& context,
                                                         database::Transaction& transaction);

using ToldRow = std::vector<std::string>;
struct ToldTableAsked {
    const Telling& telling;
    std::string_view key{};
    std::size_t rows_max{};
    std::vector<ToldRow>* rows{};
    bool* is_known{};
};
/// not_found "evidence.told.table_not_found" where nobody keeps one of that key.
[[nodiscard]] Result<std::vector<ToldRow>> told_table(Context& context,
                                                      database::Transaction& transaction,
                                                      const Telling& telling, std::string_view key,
                                                      std::size_t rows_max);

}  // namespace caicach::evidence
