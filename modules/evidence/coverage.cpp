#include "evidence/coverage.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "evidence/product.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

constexpr std::string_view prefix = "evidence.";
constexpr std::string_view covered = ".covered";
constexpr std::string_view agencies_prefix = "evidence.agencies.";

std::string month_of(Date day)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    return day.iso().substr(0, month_length);
}

/// Who took over most of what the agency answered for.
organisation::AgencyId main_heir(const organisation::Succession& succession,
                                 organisation::AgencyId agency, Date day, Date until)
{
    const auto heirs = succession.heirs(agency, day, until);
    const auto most = std::ranges::max_element(heirs, {}, &organisation::Heir::share);
    return most == heirs.end() ? agency : most->agency;
}

Result<Coverage::Agencies> members_of(database::Transaction& transaction, const CoverageSet& set,
                                      Date day)
{
    Coverage::Agencies agencies;
    for (const auto& key : set.groups) {
        const auto group = organisation::group_by_key(transaction, key);
        // A province may have no such group.
        if (!group) continue;
        const auto members = TRY(organisation::members(transaction, group->id, day));
        for (const auto& agency : members.agencies) agencies.insert(agency.id);
    }
    return agencies;
}

/// "Các sở, ban, ngành và Các địa phương"
Result<std::string> names_of(database::Transaction& transaction, const CoverageSet& set)
{
    std::string names;
    for (const auto& key : set.groups) {
        const auto group = organisation::group_by_key(transaction, key);
        if (group) names += (names.empty() ? "" : "; ") + group->name;
    }
    return names;
}

Figure covered_figure(const Product& product, const CoverageSet* set, const std::string& names)
{
    Figure figure{.key = std::string{prefix} + product.key + std::string{covered},
                  .text = product.text + ": số cơ quan được kiểm tra",
                  .unit = "cơ quan",
                  .definition =
                      "Số cơ quan mà các kết quả được tính thuộc loại này ghi là được "
                      "kiểm tra; mỗi cơ quan đếm một lần trong thời gian đang xem, theo "
                      "cơ quan đi kiểm tra.",
                  .product = product.key};
    if (set == nullptr) return figure;
    figure.key += "." + set->key;
    figure.text += " (" + names + ")";
    figure.definition += " Chỉ đếm cơ quan thuộc: " + names + ".";
    return figure;
}

Figure whole_figure(const CoverageSet& set, const std::string& names)
{
    return {.key = std::string{agencies_prefix} + set.key,
            .text = "Số cơ quan: " + names,
            .unit = "cơ quan",
            .definition =
                "Số cơ quan của nhóm vào ngày cuối của thời gian đang xem, kể cả cơ quan "
                "đi kiểm tra; là mẫu số của tỷ lệ cơ quan được kiểm tra. Nêu cho mỗi cơ "
                "quan đã ghi cuộc kiểm tra, không cộng lại."};
}

/// Who is one of the groups: on the last day by the agencies of now, else on the first of
/// the month, or the day, of the visit.
class Counting
{
public:
    Counting(database::Transaction& transaction, const CoverageFigure& figure, Rollup rollup,
             Date last)
        : m_transaction(transaction), m_figure(figure), m_rollup(rollup), m_last(last)
    {
    }

    [[nodiscard]] Date last() const { return m_last; }

    [[nodiscard]] Result<const Coverage::Agencies*> members_on(Date day)
    {
        const auto known = m_members.find(day);
        if (known != m_members.end()) return &known->second;
        Coverage::Agencies members;
        if (m_figure.set != nullptr) members = TRY(members_of(m_transaction, *m_figure.set, day));
        return &m_members.emplace(day, std::move(members)).first->second;
    }

    [[nodiscard]] Result<bool> counts(organisation::AgencyId agency, Date day)
    {
        if (m_figure.set == nullptr) return true;
        const auto* members = TRY(members_on(m_rollup == Rollup::as_now ? m_last : day));
        return members->contains(agency);
    }

private:
    database::Transaction& m_transaction;
    const CoverageFigure& m_figure;
    Rollup m_rollup{};
    Date m_last{};
    std::map<Date, Coverage::Agencies> m_members{};
};

Date last_of(const Months& months) { return months.to; }
Date last_of(const CoverageDays& days) { return days.window.to; }

/// The size of the groups, for every agency that recorded whom it reached.
template <class When>
Result<std::vector<organisation::Total>> whole_amounts(database::Transaction& transaction,
                                                       const CoverageFigure& figure,
                                                       const When& when, Rollup rollup, Date today)
{
    const auto size = TRY(group_size(transaction, figure, std::min(last_of(when), today)));
    Coverage::Agencies agencies;
    for (const auto& product : subject_products()) {
        const auto coverage =
            TRY(Coverage::load(transaction, {.product = product.product}, when, rollup, today));
        for (const auto& reached : coverage.reached()) agencies.insert(reached.first);
    }
    std::vector<organisation::Total> totals;
    totals.reserve(agencies.size());
    for (const auto agency : agencies) totals.push_back({agency, size});
    return totals;
}

template <class When>
Result<std::vector<organisation::Total>> amounts(database::Transaction& transaction,
                                                 const CoverageFigure& figure, const When& when,
                                                 Rollup rollup, Date today)
{
    if (figure.is_whole()) return whole_amounts(transaction, figure, when, rollup, today);
    const auto coverage = TRY(Coverage::load(transaction, figure, when, rollup, today));
    std::vector<organisation::Total> totals;
    for (const auto& [agency, reached] : coverage.reached())
        totals.push_back({agency, static_cast<std::int64_t>(reached.size())});
    return totals;
}

}  // namespace

std::optional<CoverageFigure> coverage_figure(std::string_view key)
{
    for (const auto& product : subject_products()) {
        const auto own = std::string{prefix} + product.product + std::string{covered};
        if (key == own) return CoverageFigure{.product = product.product};
        for (const auto& set : product.sets) {
            if (key == own + "." + set.key)
                return CoverageFigure{.product = product.product, .set = &set};
            if (key == std::string{agencies_prefix} + set.key) return CoverageFigure{.set = &set};
        }
    }
    return {};
}

Result<void> add_coverage_figures(database::Transaction& transaction, std::vector<Figure>& figures)
{
    std::vector<Figure> wholes;
    for (const auto& one : subject_products()) {
        const auto* product = product_of(one.product);
        if (product == nullptr) continue;
        figures.push_back(covered_figure(*product, nullptr, {}));
        for (const auto& set : one.sets) {
            const auto names = TRY(names_of(transaction, set));
            if (names.empty()) continue;
            figures.push_back(covered_figure(*product, &set, names));
            auto whole = whole_figure(set, names);
            if (std::ranges::find(wholes, whole.key, &Figure::key) == wholes.end())
                wholes.push_back(std::move(whole));
        }
    }
    std::ranges::move(wholes, std::back_inserter(figures));
    return {};
}

Coverage::Row Coverage::row_from(const database::Row& row, Date day)
{
    return {.agency = row.id<organisation::AgencyId>("agency_id"),
            .day = day,
            .subject = row.id<organisation::AgencyId>("subject_id"),
            .facts = row.integer("facts")};
}

Result<Coverage> Coverage::load(database::Transaction& transaction, const CoverageFigure& figure,
                                const Months& months, Rollup rollup, Date today)
{
    const auto read = [](const database::Row& row) {
        return row_from(row, Date::from_iso(row.string("month") + "-01").value_or(Date{}));
    };
    const auto rows = TRY(transaction.all(sql::coverage_of, read, figure.product,
                                          month_of(months.from), month_of(months.to)));
    return of_rows(transaction, figure, rows, std::min(months.to, today), rollup, today);
}

Result<Coverage> Coverage::load(database::Transaction& transaction, const CoverageFigure& figure,
                                const CoverageDays& days, Rollup rollup, Date today)
{
    const auto read = [](const database::Row& row) { return row_from(row, row.date("day")); };
    const auto& window = days.window;
    std::vector<Row> rows;
    if (days.only_by.empty()) {
        rows =
            TRY(transaction.all(sql::visits_in_days, read, figure.product, window.from, window.to));
    }
    for (const auto agency : days.only_by) {
        const auto more = TRY(transaction.all(sql::visits_by_agency_in_days, read, agency,
                                              figure.product, window.from, window.to));
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return of_rows(transaction, figure, rows, std::min(window.to, today), rollup, today);
}

Result<Coverage> Coverage::of_rows(database::Transaction& transaction, const CoverageFigure& figure,
                                   std::span<const Row> rows, Date last, Rollup rollup, Date today)
{
    Coverage coverage;
    Counting counting{transaction, figure, rollup, last};
    const auto* among = TRY(counting.members_on(counting.last()));
    coverage.m_among = *among;
    const auto succession = TRY(organisation::succession(transaction));
    for (const auto& row : rows) {
        auto agency = row.agency;
        std::vector<organisation::AgencyId> subjects{row.subject};
        if (rollup == Rollup::as_now) {
            agency = main_heir(succession, row.agency, row.day, today);
            subjects.clear();
            for (const auto& heir : succession.heirs(row.subject, row.day, today))
                subjects.push_back(heir.agency);
        }
        for (const auto subject : subjects) {
            const bool counts = TRY(counting.counts(subject, row.day));
            if (!counts) continue;
            coverage.m_reached[agency].insert(subject);
            coverage.m_visits.push_back({.agency = agency,
                                         .agency_then = row.agency,
                                         .subject = subject,
                                         .subject_then = row.subject,
                                         .month = row.day,
                                         .facts = row.facts});
        }
    }
    return coverage;
}

Result<std::int64_t> group_size(database::Transaction& transaction, const CoverageFigure& figure,
                                Date day)
{
    const auto members = TRY(members_of(transaction, *figure.set, day));
    return static_cast<std::int64_t>(members.size());
}

Result<std::vector<organisation::Total>> coverage_amounts(database::Transaction& transaction,
                                                          const CoverageFigure& figure,
                                                          const Months& months, Rollup rollup,
                                                          Date today)
{
    return amounts(transaction, figure, months, rollup, today);
}

Result<std::vector<organisation::Total>> coverage_amounts(database::Transaction& transaction,
                                                          const CoverageFigure& figure,
                                                          const CoverageDays& days, Rollup rollup,
                                                          Date today)
{
    return amounts(transaction, figure, days, rollup, today);
}

Result<std::int64_t> coverage_together(database::Transaction& transaction,
                                       const CoverageFigure& figure, const Months& months,
                                       Rollup rollup, Date today,
                                       const std::function<bool(organisation::AgencyId)>& is_seen)
{
    const auto coverage = TRY(Coverage::load(transaction, figure, months, rollup, today));
    if (figure.is_whole()) return static_cast<std::int64_t>(coverage.among().size());
    Coverage::Agencies together;
    for (const auto& [agency, reached] : coverage.reached())
        if (is_seen(agency)) together.insert(reached.begin(), reached.end());
    return static_cast<std::int64_t>(together.size());
}

}  // namespace caicach::evidence
