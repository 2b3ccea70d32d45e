#include "report/aggregate/aggregate.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;

std::optional<std::int64_t> numerator_at(const Aggregate& aggregate, std::string_view key,
                                         AgencyId agency)
{
    const auto found = aggregate.values.find(key);
    if (found == aggregate.values.end()) return {};
    const auto& sent = found->second;
    const auto one = std::ranges::lower_bound(sent, agency, {}, &AgencyPart::agency);
    if (one == sent.end() || one->agency != agency) return {};
    return one->amount.numerator;
}

/// Takes rows over, in the order of indicators and agencies.
class Gleaning
{
public:
    explicit Gleaning(Aggregate& aggregate) : m_aggregate(aggregate)
    {
        for (const auto& one : aggregate.reports)
            if (one.counts) m_counted.insert(one.report.agency);
    }

    void take(const database::Row& row)
    {
        const auto agency = row.id<AgencyId>("agency_id");
        if (!m_counted.contains(agency)) return;
        const auto indicator = row.text("indicator");
        if (m_values == nullptr || indicator != m_key) {
            m_key = indicator;
            m_values = &m_aggregate.values[m_key];
        }
        m_values->push_back({.agency = agency,
                             .amount = {.numerator = row.integer("numerator"),
                                        .denominator = row.maybe_integer("denominator")}});
    }

private:
    Aggregate& m_aggregate;
    std::set<AgencyId> m_counted{};
    std::string m_key{};
    std::vector<AgencyPart>* m_values{};  ///< of that key
};

Total total_of(Adding adding, const SentParts& sent)
{
    std::vector<Amount> amounts;
    amounts.reserve(sent.parts.size());
    for (const auto& one : sent.parts) amounts.push_back(one.amount);
    auto total = total_of(adding, amounts);
    total.apart = static_cast<int>(sent.apart.size());
    return total;
}

}  // namespace

Result<Aggregate> aggregate_of(database::Transaction& transaction, const ReportPeriod& period,
                               AgencyId collector)
{
    Aggregate found;
    found.reports = TRY(collected_reports(transaction, period, collector));
    Gleaning gleaning{found};
    TRY(transaction.each(
        sql::values_of_collector, [&](const database::Row& row) { gleaning.take(row); }, period.id,
        collector));
    return found;
}

Result<Aggregate> aggregate_of(database::Transaction& transaction, const ReportPeriod& period,
                               AgencyId collector, const Indicator& indicator)
{
    Aggregate found;
    found.reports = TRY(collected_reports(transaction, period, collector));
    Gleaning gleaning{found};
    TRY(transaction.each(
        sql::values_of_indicator, [&](const database::Row& row) { gleaning.take(row); }, period.id,
        collector, indicator.key, indicator.weight));
    return found;
}

SentParts parts_of(const Aggregate& aggregate, const Indicator& indicator)
{
    SentParts sent;
    const auto found = aggregate.values.find(indicator.key);
    if (found == aggregate.values.end()) return sent;
    sent.parts.reserve(found->second.size());
    for (const auto& one : found->second) {
        const auto weight = numerator_at(aggregate, indicator.weight, one.agency);
        const auto part = part_of(indicator, one.amount, weight);
        if (part)
            sent.parts.push_back({one.agency, *part});
        else
            sent.apart.push_back(one);
    }
    return sent;
}

Total total_of(const Aggregate& aggregate, const Indicator& indicator)
{
    return total_of(indicator.adding, parts_of(aggregate, indicator));
}

Total approved_total_of(const Aggregate& aggregate, const Indicator& indicator)
{
    std::set<AgencyId> approved;
    for (const auto& one : aggregate.reports)
        if (one.report.state == State::approved) approved.insert(one.report.agency);
    auto sent = parts_of(aggregate, indicator);
    const auto is_not = [&](const AgencyPart& one) { return !approved.contains(one.agency); };
    std::erase_if(sent.parts, is_not);
    std::erase_if(sent.apart, is_not);
    return total_of(indicator.adding, sent);
}

}  // namespace caicach::report
