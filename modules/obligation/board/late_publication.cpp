#include "obligation/board/late_publication.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "obligation/board/late_month_paths.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::array days_of_choice{30, 90, 180, 365};

LatePublication publication_from(const database::Row& row)
{
    return {.id = row.id<LatePublicationId>("id"),
            .code = row.string("code"),
            .month = row.string("month"),
            .as_of = row.date("as_of"),
            .published_at = row.instant("published_at"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .shown_until = row.date("shown_until"),
            .note = row.string("note"),
            .end = publication_end_from(row.text("ending")),
            .end_reason = row.string("end_reason"),
            .ended_at = row.maybe_instant("ended_at"),
            .version = row.integer("version")};
}

Result<void> end_publication(Context& context, database::Transaction& transaction,
                             const LatePublication& publication, PublicationEnd end,
                             std::string_view reason)
{
    return transaction.change_one(sql::end_late_publication, publication.id, name_of(end), reason,
                                  context.now(), context.actor().account, publication.version);
}

Result<void> add_publication(Context& context, database::Transaction& transaction,
                             const LateMonth& month, const NewLatePublication& wanted)
{
    const auto id = make_id<LatePublicationId>();
    const auto today = month.watched.today;
    TRY(transaction.change_one(sql::insert_late_publication, id, crypto::make_public_code(),
                               month.watched.plan.id, month.watched.filter.month,
                               today.plus_days(-1), context.now(),
                               organisation::agency_of(context.actor().agency),
                               context.actor().account, today.plus_days(wanted.days), wanted.note));
    for (const auto& agency : month.agencies) {
        TRY(transaction.change_one(sql::insert_late_publication_row, id, agency.agency, agency.code,
                                   agency.name, agency.overdue, agency.late));
    }
    return {};
}

}  // namespace

bool LateMonth::is_over() const
{
    const auto days = days_of_month(watched.filter.month);
    return days && days->last < watched.today;
}

std::string LateMonth::seen() const
{
    auto text = watched.filter.month + " " + watched.today.iso() + "\n";
    for (const auto& one : agencies) {
        text += one.code + " " + std::to_string(one.overdue) + " " + std::to_string(one.late) +
                " " + one.name + "\n";
    }
    return crypto::sha256_hex(text);
}

Result<LateMonth> late_month_of(database::Transaction& transaction, Watched watched)
{
    if (watched.filter.month.empty())
        watched.filter.month = month_of(watched.today.plus_days(-watched.today.day()));
    LateMonth month{.watched = std::move(watched)};
    const auto today = month.watched.today;
    const auto sums = TRY(sums_by_month(transaction, month.watched.plan.id, today));
    AgencyNames names{transaction, today};
    for (const auto& entry : sums) {
        if (entry.month != month.watched.filter.month) continue;
        if (entry.sums.overdue == 0 && entry.sums.late == 0) continue;
        const auto* agency = TRY(names.of(entry.agency));
        month.agencies.push_back({.agency = entry.agency,
                                  .code = agency->code,
                                  .name = agency->name,
                                  .overdue = entry.sums.overdue,
                                  .late = entry.sums.late});
    }
    std::ranges::sort(month.agencies, [](const LateCount& a, const LateCount& b) {
        if (a.overdue != b.overdue) return a.overdue > b.overdue;
        if (a.late != b.late) return a.late > b.late;
        return text::collate(a.name, b.name) < 0;
    });
    return month;
}

std::string_view name_of(PublicationEnd end)
{
    switch (end) {
        case PublicationEnd::replaced:
            return "replaced";
        case PublicationEnd::withdrawn:
            return "withdrawn";
        case PublicationEnd::none:
            break;
    }
    return {};
}

PublicationEnd publication_end_from(std::string_view name)
{
    if (name == "replaced") return PublicationEnd::replaced;
    return name == "withdrawn" ? PublicationEnd::withdrawn : PublicationEnd::none;
}

std::span<const int> shown_days() { return days_of_choice; }

Result<void> publish_late(Context& context, database::Transaction& transaction,
                          const LateMonth& month, const NewLatePublication& wanted)
{
    const auto& plan = month.watched.plan;
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    if (!month.is_over()) return failure(Failure::conflict, "obligation.late_month.not_over");
    if (month.agencies.empty()) return failure(Failure::conflict, "obligation.late_month.none");
    if (month.seen() != wanted.seen)
        return failure(Failure::conflict, "obligation.late_month.changed");
    if (std::ranges::find(days_of_choice, wanted.days) == days_of_choice.end())
        return failure(Failure::invalid, "obligation.late_month.days", "days");
    const auto all = TRY(late_publications_of(transaction, plan.id));
    const auto standing = std::ranges::find_if(all, [&](const LatePublication& one) {
        return one.month == month.watched.filter.month && one.end == PublicationEnd::none;
    });
    if (standing != all.end()) {
        if (wanted.note.empty())
            return failure(Failure::invalid, "obligation.late_month.note_missing", "note");
        TRY(end_publication(context, transaction, *standing, PublicationEnd::replaced,
                            wanted.note));
    }
    TRY(add_publication(context, transaction, month, wanted));
    return context.record(transaction, "obligation.late_month.published", "plan.edition",
                          plan.edition.value, month.watched.filter.month);
}

Result<void> withdraw_late(Context& context, database::Transaction& transaction,
                           const plan::PlanSummary& plan, const LateWithdrawal& withdrawal)
{
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    auto all = TRY(late_publications_of(transaction, plan.id));
    const auto found = std::ranges::find(all, withdrawal.code, &LatePublication::code);
    if (found == all.end()) return failure(Failure::not_found, "obligation.late_month.not_found");
    if (found->end != PublicationEnd::none)
        return failure(Failure::conflict, "obligation.late_month.ended");
    found->version = withdrawal.version;
    TRY(end_publication(context, transaction, *found, PublicationEnd::withdrawn,
                        withdrawal.reason));
    return context.record(transaction, "obligation.late_month.withdrawn", "plan.edition",
                          plan.edition.value, found->month);
}

Result<std::vector<LatePublication>> late_publications_of(database::Transaction& transaction,
                                                          plan::PlanId plan)
{
    return transaction.all(sql::late_publications_of_plan, publication_from, plan,
                           limits::late_publications_shown_max);
}

Result<std::vector<LatePublication>> shown_late_publications(database::Transaction& transaction,
                                                             plan::PlanId plan, Date today)
{
    auto all = TRY(transaction.all(sql::shown_late_publications, publication_from, plan, today,
                                   limits::late_publications_public_max));
    const auto row = [](const database::Row& one) {
        return LateCount{.agency = one.id<organisation::AgencyId>("agency_id"),
                         .code = one.string("code"),
                         .name = one.string("name"),
                         .overdue = one.integer("overdue"),
                         .late = one.integer("late")};
    };
    for (auto& publication : all)
        publication.agencies =
            TRY(transaction.all(sql::late_publication_rows, row, publication.id));
    return all;
}

Result<void> add_late_page(Context& context, database::Transaction& transaction,
                           const plan::PlanPagesAsked& asked)
{
    const auto shown = TRY(transaction.all(sql::shown_late_publications, publication_from,
                                           asked.plan, context.today(), 1));
    if (shown.empty()) return {};
    asked.links->push_back(
        {.text = "Cơ quan chậm từng tháng", .path = public_late_path(asked.slug)});
    return {};
}

}  // namespace caicach::obligation
