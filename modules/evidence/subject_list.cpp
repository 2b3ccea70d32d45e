#include "evidence/subject_list.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "database/transaction.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/sql.hpp"
#include "text/collate.hpp"

namespace caicach::evidence
{
namespace
{

/// Who was reached by whom, as both were then.
struct Pair {
    organisation::AgencyId subject{};
    organisation::AgencyId by{};

    friend auto operator<=>(const Pair&, const Pair&) = default;
};
struct Reached {
    std::set<organisation::AgencyId> now{};
    std::int64_t facts{};
};

Result<std::string> name_of(database::Transaction& transaction, organisation::AgencyId id, Date day)
{
    const auto agency = TRY(organisation::agency_by_id(transaction, id, day));
    return agency.name;
}

Result<CoveredLine> line_of(database::Transaction& transaction, const Pair& pair,
                            const Reached& reached, organisation::AgencyId agency, Date last)
{
    CoveredLine line{.facts = reached.facts};
    line.agency = TRY(organisation::agency_by_id(transaction, pair.subject, last));
    const auto by = TRY(organisation::agency_by_id(transaction, pair.by, last));
    line.by_slug = by.slug;
    if (pair.by != agency) line.by = by.name;
    if (reached.now.size() == 1 && reached.now.contains(pair.subject)) return line;
    for (const auto now : reached.now) {
        const auto name = TRY(name_of(transaction, now, last));
        line.now += (line.now.empty() ? "" : "; ") + name;
    }
    return line;
}

void sort_by_name(std::vector<CoveredLine>& lines)
{
    std::ranges::stable_sort(lines, [](const CoveredLine& one, const CoveredLine& other) {
        if ((one.facts == 0) != (other.facts == 0)) return other.facts == 0;
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
}

}  // namespace

Result<std::vector<FactAbout>> facts_about(database::Transaction& transaction,
                                           organisation::AgencyId subject, const ListQuery& query)
{
    const auto earliest = Date::create(1900, 1, 1).value_or(Date{});
    const auto latest = Date::create(9999, 12, 31).value_or(Date{});
    const auto before = query.before.value_or(
        ListPlace{.happened_on = latest, .id = FactId{std::numeric_limits<std::int64_t>::max()}});
    const auto standing = query.standing ? name_of(*query.standing) : std::string_view{};
    const auto about = [](const database::Row& row) {
        return FactAbout{.fact = fact_from(row),
                         .by = row.string("recorder"),
                         .manner = manner_from(row.text("manner")).value_or(Manner::not_said)};
    };
    return transaction.all(sql::facts_about, about, subject, query.agency, query.product, standing,
                           query.from.value_or(earliest), query.to.value_or(latest),
                           before.happened_on, before.id, query.limit);
}

Result<CoverageList> coverage_list(database::Transaction& transaction, const CoverageFigure& figure,
                                   const Months& months, Rollup rollup,
                                   organisation::AgencyId agency, Date today)
{
    const auto coverage = TRY(Coverage::load(transaction, figure, months, rollup, today));
    const auto last = std::min(months.to, today);
    CoverageList list{.among = coverage.among().size()};
    std::map<Pair, Reached> pairs;
    Coverage::Agencies reached;
    for (const auto& visit : coverage.visits()) {
        if (visit.agency != agency) continue;
        reached.insert(visit.subject);
        auto& pair = pairs[{visit.subject_then, visit.agency_then}];
        // One that was split since stands there once for each part.
        if (pair.now.empty() || pair.now.contains(visit.subject)) pair.facts += visit.facts;
        pair.now.insert(visit.subject);
    }
    list.reached = reached.size();
    for (const auto& [pair, one] : pairs) {
        auto line = TRY(line_of(transaction, pair, one, agency, last));
        list.lines.push_back(std::move(line));
    }
    for (const auto id : coverage.among()) {
        if (reached.contains(id) || id == agency) continue;
        CoveredLine line;
        line.agency = TRY(organisation::agency_by_id(transaction, id, last));
        list.lines.push_back(std::move(line));
    }
    sort_by_name(list.lines);
    return list;
}

}  // namespace caicach::evidence
