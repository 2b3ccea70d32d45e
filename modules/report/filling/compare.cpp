#include "report/filling/compare.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "calendar/period_key.hpp"
#include "organisation/api.hpp"
#include "report/flow/value_writing.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

/// A report that was sent, and the share of it that the agency answers for.
struct Part {
    organisation::AgencyId agency{};
    ReportId report{};
    int share{};
};

/// What one agency sent of one indicator.
struct Told {
    organisation::AgencyId agency{};
    Amount amount{};
};
using ToldByIndicator = std::map<std::string, std::vector<Told>, std::less<>>;

bool adds_up(Adding adding)
{
    return adding == Adding::sum || adding == Adding::ratio || adding == Adding::count_of_yes;
}

class Comparing
{
public:
    Comparing(database::Transaction& transaction, const Report& report, const ReportPeriod& period,
              const Definition& definition)
        : m_transaction(transaction), m_report(report), m_period(period), m_definition(definition)
    {
    }

    Result<Earlier> run()
    {
        Earlier earlier;
        if (m_period.is_ad_hoc()) return earlier;
        const auto cut_offs = TRY(cut_offs_on(m_period.data.to));
        const auto now = calendar::period_from_key(m_period.key, cut_offs);
        if (!now) return earlier;
        m_succession = TRY(organisation::succession(m_transaction));
        const auto before = calendar::previous(*now);
        earlier.before = TRY(of(before));
        const auto year = calendar::period_of_year(now->scheme, now->year() - 1, now->number());
        if (year && *year != before) earlier.a_year_before = TRY(of(*year));
        return earlier;
    }

private:
    Result<std::optional<EarlierPeriod>> of(const calendar::Period& period)
    {
        const auto found =
            TRY(ReportStore{m_transaction}.period_of(m_report.form, calendar::key(period)));
        if (!found) return std::optional<EarlierPeriod>{};
        const auto parts = TRY(parts_of(*found));
        ToldByIndicator told;
        for (const auto& part : parts) {
            const auto values = TRY(values_of(m_transaction, part.report));
            for (const auto& one : values) told[one.indicator].push_back({part.agency, one.sent});
        }
        EarlierPeriod earlier{.title = found->title};
        const bool is_whole = parts.size() == 1 && parts.front().share == organisation::whole_share;
        for (const auto* indicator : indicators_of(m_definition)) {
            const auto values = told.find(indicator->key);
            if (values == told.end()) continue;
            const auto amount = is_whole ? std::optional{values->second.front().amount}
                                         : passed_on(*indicator, values->second, found->days.to);
            if (amount) earlier.amounts.emplace(indicator->key, *amount);
        }
        if (earlier.amounts.empty()) return std::optional<EarlierPeriod>{};
        return std::optional{std::move(earlier)};
    }

    /// Reports of those whose work the agency answers for at the end of its own data.
    Result<std::vector<Part>> parts_of(const ReportPeriod& period)
    {
        const auto map = [](const database::Row& row) {
            return Part{.agency = row.id<organisation::AgencyId>("agency_id"),
                        .report = row.id<ReportId>("id")};
        };
        const auto sent = TRY(m_transaction.all(sql::sent_reports_of_period, map, period.id,
                                                ReportStore::reports_max));
        std::vector<Part> parts;
        for (const auto& one : sent) {
            const auto heirs = m_succession.heirs(one.agency, period.days.to, m_period.data.to);
            const auto own = std::ranges::find(heirs, m_report.agency, &organisation::Heir::agency);
            if (own != heirs.end()) parts.push_back({one.agency, one.report, own->share});
        }
        return parts;
    }

    [[nodiscard]] std::optional<Amount> passed_on(const Indicator& indicator,
                                                  const std::vector<Told>& told, Date day) const
    {
        if (!adds_up(indicator.adding)) return {};
        std::vector<organisation::Figure> numerators;
        std::vector<organisation::Figure> denominators;
        for (const auto& one : told) {
            numerators.push_back({one.agency, day, one.amount.numerator});
            if (one.amount.denominator)
                denominators.push_back({one.agency, day, *one.amount.denominator});
        }
        Amount amount{.numerator = share_of(numerators)};
        if (!denominators.empty()) amount.denominator = share_of(denominators);
        return amount;
    }

    [[nodiscard]] std::int64_t share_of(const std::vector<organisation::Figure>& figures) const
    {
        const auto totals = m_succession.as_of(m_period.data.to, figures);
        const auto own = std::ranges::find(totals, m_report.agency, &organisation::Total::agency);
        return own == totals.end() ? 0 : own->amount;
    }

    database::Transaction& m_transaction;
    const Report& m_report;
    const ReportPeriod& m_period;
    const Definition& m_definition;
    organisation::Succession m_succession{};
};

}  // namespace

Result<Earlier> earlier_of(database::Transaction& transaction, const Report& report,
                           const ReportPeriod& period, const Definition& definition)
{
    return Comparing{transaction, report, period, definition}.run();
}

}  // namespace caicach::report
