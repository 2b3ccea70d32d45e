#include "report/period/expected.hpp"

#include <algorithm>
#include <unordered_map>

#include "report/form/put_in_force.hpp"
#include "report/limits.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;

/// The directory of the due day, and who came after whom.
class Reporters
{
public:
    static Result<Reporters> create(database::Transaction& transaction, const ExpectedDays& days)
    {
        Reporters made{days};
        const auto all = TRY(organisation::agencies_on(transaction, days.due));
        for (const auto& one : all) made.m_places.emplace(one.id.value, made.m_places.size());
        made.m_succession = TRY(organisation::succession(transaction));
        return made;
    }

    /// The agency where it stands on the due day, else those who took over from it.
    [[nodiscard]] std::vector<AgencyId> standing(AgencyId agency) const
    {
        if (stands(agency)) return {agency};
        std::vector<AgencyId> found;
        for (const auto& heir : m_succession.heirs(agency, m_days.first, m_days.due))
            if (stands(heir.agency)) found.push_back(heir.agency);
        return found;
    }

    Result<void> add(database::Transaction& transaction, const organisation::GroupSummary& group)
    {
        const auto members = TRY(organisation::members(transaction, group.id, m_days.due));
        for (const auto& one : members.agencies) add(one.id);
        return {};
    }

    void add(AgencyId agency)
    {
        for (const auto one : standing(agency))
            if (std::ranges::find(m_found, one) == m_found.end()) m_found.push_back(one);
    }

    [[nodiscard]] std::vector<AgencyId> take()
    {
        std::ranges::sort(m_found, {}, [&](AgencyId one) { return m_places.at(one.value); });
        return std::move(m_found);
    }

private:
    explicit Reporters(const ExpectedDays& days) : m_days(days) {}

    [[nodiscard]] bool stands(AgencyId agency) const { return m_places.contains(agency.value); }

    ExpectedDays m_days;
    std::unordered_map<std::int64_t, std::size_t> m_places{};  ///< in the directory's order
    organisation::Succession m_succession{};
    std::vector<AgencyId> m_found{};
};

Result<void> add_words(database::Transaction& transaction, Reporters& reporters,
                       std::span<const std::string> words, Date due)
{
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& word : words) {
        const auto group = std::ranges::find(groups, word, &organisation::GroupSummary::key);
        if (group != groups.end()) {
            TRY(reporters.add(transaction, *group));
            continue;
        }
        const auto agency = TRY(agency_named(transaction, word, due));
        if (agency) reporters.add(agency);
    }
    return {};
}

}  // namespace

Result<std::vector<Expected>> expected_on(database::Transaction& transaction,
                                          const Definition& definition,
                                          std::span<const std::string> words,
                                          const ExpectedDays& days)
{
    auto reporters = TRY(Reporters::create(transaction, days));
    const auto named = TRY(agency_named(transaction, definition.owner, days.due));
    const auto owners = reporters.standing(named);
    if (owners.empty()) return failure(Failure::invalid, "report.period.no_owner");
    const auto owner = owners.front();
    TRY(add_words(transaction, reporters, words, days.due));
    std::vector<Expected> expected;
    for (const auto agency : reporters.take()) {
        if (definition.owner_reports && agency == owner) continue;
        Expected one{.agency = agency, .collector = owner};
        if (definition.collector == CollectorRule::parent)
            one.collector = TRY(agency_above(transaction, agency, days.due));
        expected.push_back(one);
    }
    if (definition.owner_reports) {
        const auto above = TRY(agency_above(transaction, owner, days.due));
        expected.push_back({.agency = owner, .collector = above, .is_owner = true});
    }
    if (expected.size() > limits::reporters_max)
        return failure(Failure::invalid, "report.period.reporters_max", {},
                       {std::to_string(limits::reporters_max)});
    return expected;
}

Result<AgencyId> agency_above(database::Transaction& transaction, AgencyId agency, Date day)
{
    const auto parent = [](const database::Row& row) { return row.id<AgencyId>("parent_id"); };
    const auto found = TRY(transaction.maybe_one(sql::agency_above, parent, agency, day));
    if (found) return *found;
    const auto committees =
        TRY(organisation::agencies_on(transaction, day, "provincial_committee"));
    return committees.empty() ? agency : committees.front().id;
}

}  // namespace caicach::report
