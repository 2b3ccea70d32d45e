#include "obligation/reminder/digest.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "crypto/crypto.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/proposal/proposal_store.hpp"
#include "obligation/reminder/sight.hpp"
#include "obligation/role/role_paths.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using notification::Channel;

/// Of one message; the rest is counted.
constexpr std::size_t proposals_written_max = 10;

/// A duty as the messages name it, once; the secret opens its answer.
struct Line {
    const DigestEntry* entry{};
    std::string secret{};
    bool is_seen{};  ///< its page opens for the reader
};

std::string text_of(const Line& line, Date today)
{
    const auto& [obligation, work] = *line.entry->task;
    std::string said = "- ";
    if (!line.entry->is_own) said += line.entry->agency + ": ";
    said += work.path + ". " + text::shorten(work.title, limits::digest_title_length_max);
    const auto period = period_label(obligation);
    if (!period.empty()) said += " (" + period + ")";
    return said + ": " + progress_of(obligation, today) + "; hạn " + obligation.due_on.vietnamese();
}

/// Of numbers, or of a proposal.
std::string text_of(const auto& one, const std::string& site)
{
    auto said = "- " + one.text + "; hạn " + one.due.vietnamese() + "\n";
    if (!site.empty()) said += "  Xem: " + site + one.path + "\n";
    return said;
}

/// What is new of a digest.
struct Fresh {
    std::vector<Line> lines{};
    std::vector<NumberEntry> numbers{};
    std::vector<ProposalEntry> proposals{};

    [[nodiscard]] std::size_t size() const
    {
        return lines.size() + numbers.size() + proposals.size();
    }
};

/// Letters alone carry the links: the bell leads to pages behind the sign-in. Numbers and
/// proposals, a few lines, stand before the duties.
std::string text_of(const Fresh& fresh, Date today, const std::string& site)
{
    std::string text;
    for (const auto& one : fresh.numbers) text += text_of(one, site);
    const auto written = std::min(fresh.proposals.size(), proposals_written_max);
    for (std::size_t at = 0; at < written; ++at) text += text_of(fresh.proposals[at], site);
    if (const auto more = fresh.proposals.size() - written; more > 0)
        text += "- và " + std::to_string(more) + " phần việc khác chờ trả lời\n";
    const auto& lines = fresh.lines;
    if (lines.empty() && !text.empty()) text.pop_back();
    std::size_t count = 0;
    for (const auto& line : lines) {
        if (count == limits::digest_lines_max) {
            text += "\n- và " + std::to_string(lines.size() - count) + " việc khác";
            break;
        }
        if (count++ > 0) text += '\n';
        text += text_of(line, today);
        if (!site.empty() && !line.secret.empty())
            text += "\n  Trả lời, không cần đăng nhập: " + site + answer_path(line.secret);
        else if (!site.empty() && line.is_seen)
            text += "\n  Xem: " + site + task_path(line.entry->task->obligation.code);
    }
    return text;
}

/// Keeps the entries; a line for each duty of which any was new.
Result<std::vector<Line>> keep(Context& context, database::Transaction& transaction,
                               const Digest& digest, const Occasion& occasion)
{
    std::vector<Line> lines;
    std::set<ObligationId> named;
    const auto now = context.now();
    const bool has_letter =
        std::ranges::find(digest.channels, Channel::email) != digest.channels.end();
    for (const auto& entry : digest.entries) {
        const auto& obligation = entry.task->obligation;
        const bool is_named = named.contains(obligation.id);
        Line line{.entry = &entry};
        const bool has_link =
            entry.is_own && has_letter && !is_named && !context.services().site.empty();
        if (has_link) line.secret = crypto::random_token(limits::answer_secret_bytes);
        const Reminder reminder{.id = make_id<ReminderId>(),
                                .obligation = obligation.id,
                                .plan = obligation.plan,
                                .lineage = obligation.lineage,
                                .agency = obligation.agency,
                                .account = digest.account.id,
                                .rule = entry.rule,
                                .day = context.today(),
                                .sent_at = now,
                                .sent_by = occasion.sent_by,
                                .nudged_by = occasion.nudged_by,
                                .link_until = has_link
                                                  ? std::optional(occasion.send_at.value_or(now) +
                                                                  limits::answer_link_seconds)
                                                  : std::nullopt};
        const bool is_new = TRY(ReminderStore{transaction}.add(reminder, line.secret));
        if (!is_new || is_named) continue;
        named.insert(obligation.id);
        lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, {}, [](const Line& line) {
        return std::pair(!line.entry->is_own, line.entry->task->obligation.due_on);
    });
    return lines;
}

/// The same of numbers: what is new, once for each plan, agency and period.
Result<std::vector<NumberEntry>> keep_numbers(Context& context, database::Transaction& transaction,
                                              const Digest& digest)
{
    std::vector<NumberEntry> fresh;
    for (const auto& one : digest.numbers) {
        const auto added = TRY(transaction.change(
            sql::insert_number_reminder, one.plan, one.agency, one.period, digest.account.id,
            one.rule, static_cast<std::int64_t>(one.targets), context.now()));
        const bool is_named = std::ranges::any_of(fresh, [&](const NumberEntry& other) {
            return other.plan == one.plan && other.agency == one.agency &&
                   other.period == one.period;
        });
        if (added > 0 && !is_named) fresh.push_back(one);
    }
    return fresh;
}

/// And of proposals.
Result<std::vector<ProposalEntry>> keep_proposals(Context& context,
                                                  database::Transaction& transaction,
                                                  const Digest& digest)
{
    std::vector<ProposalEntry> fresh;
    for (const auto& one : digest.proposals) {
        const bool is_new = TRY(ProposalStore{transaction}.add_reminder(
            one.proposal, digest.account.id, one.rule, context.now()));
        const bool is_named = std::ranges::any_of(fresh, [&](const ProposalEntry& other) {
            return other.proposal.id == one.proposal.id;
        });
        if (is_new && !is_named) fresh.push_back(one);
    }
    return fresh;
}

/// Which of the lines that are written the reader may open.
Result<void> look(Sight& sight, std::vector<Line>& lines)
{
    const auto written = std::min(lines.size(), limits::digest_lines_max);
    for (std::size_t at = 0; at < written; ++at)
        lines[at].is_seen = TRY(sight.sees(lines[at].entry->task->obligation));
    return {};
}

/// For who watches plans.
Result<std::string> watched_path(database::Transaction& transaction, Sight& sight,
                                 const std::vector<Line>& lines, Date today)
{
    std::set<plan::PlanId> plans;
    bool is_late = true;
    for (const auto& line : lines) {
        const auto& obligation = line.entry->task->obligation;
        is_late = is_late && obligation.due_on < today;
        if (obligation.is_part() || plans.contains(obligation.plan)) continue;
        const bool watches = TRY(sight.watches(obligation.plan));
        if (watches) plans.insert(obligation.plan);
    }
    if (plans.empty()) return std::string{};
    if (plans.size() > 1) return boards_path();
    const auto plan = TRY(plan::summary_of(transaction, *plans.begin()));
    return is_late ? board_late_path(plan.code) : board_tasks_path(plan.code);
}

Result<std::string> path_of(database::Transaction& transaction, Sight& sight,
                            const identity::Account& reader, const std::vector<Line>& lines,
                            Date today)
{
    const auto is_own = [&](const Line& line) {
        return line.entry->is_own || line.entry->task->obligation.agency == reader.agency;
    };
    const auto& first = lines.front().entry->task->obligation;
    if (lines.size() == 1 && lines.front().is_seen) return task_path(first.code);
    if (std::ranges::any_of(lines, is_own)) return inbox_path();
    auto watched = TRY(watched_path(transaction, sight, lines, today));
    if (!watched.empty()) return watched;
    if (first.is_part()) return given_path();
    return lines.front().is_seen ? followed_path() : inbox_path();
}

/// Where no duty leads.
std::string path_of(const Fresh& fresh)
{
    if (!fresh.numbers.empty()) return fresh.numbers.front().path;
    return fresh.proposals.size() == 1 ? fresh.proposals.front().path : proposals_path();
}

/// One of them has something.
Date nearest_of(const Fresh& fresh)
{
    auto nearest = limits::last_day();
    for (const auto& line : fresh.lines)
        nearest = std::min(nearest, line.entry->task->obligation.due_on);
    for (const auto& one : fresh.numbers) nearest = std::min(nearest, one.due);
    for (const auto& one : fresh.proposals) nearest = std::min(nearest, one.due);
    return nearest;
}

/// What a short text has room for: "3 việc, trong đó 2 việc quá hạn, lâu nhất 12 ngày", or "2 việc,
/// hạn gần nhất 25/03/2026". What is only proposed is owed by nobody yet.
std::string summary_of(const Fresh& fresh, Date today)
{
    std::int64_t late = 0;
    std::int32_t days_max = 0;
    const auto look_at = [&](Date due) {
        if (due >= today) return;
        ++late;
        days_max = std::max(days_max, today.days_since_1970() - due.days_since_1970());
    };
    for (const auto& line : fresh.lines) look_at(line.entry->task->obligation.due_on);
    for (const auto& one : fresh.numbers) look_at(one.due);
    const auto all = static_cast<std::int64_t>(fresh.size());
    auto said = std::to_string(all) + " việc";
    if (late == 0) return said + ", hạn gần nhất " + nearest_of(fresh).vietnamese();
    if (late < all) said += ", trong đó " + std::to_string(late) + " việc";
    return said + " quá hạn" + (late > 1 ? ", lâu nhất " : " ") + std::to_string(days_max) +
           " ngày";
}

}  // namespace

void Digest::add(DigestEntry entry, const std::vector<Channel>& more)
{
    entries.push_back(std::move(entry));
    take(more);
}

void Digest::add(NumberEntry entry, const std::vector<Channel>& more)
{
    numbers.push_back(std::move(entry));
    take(more);
}

void Digest::add(ProposalEntry entry, const std::vector<Channel>& more)
{
    proposals.push_back(std::move(entry));
    take(more);
}

void Digest::take(const std::vector<Channel>& more)
{
    for (const auto channel : more)
        if (std::ranges::find(channels, channel) == channels.end()) channels.push_back(channel);
}

Result<int> send_digest(Context& context, database::Transaction& transaction, const Digest& digest,
                        const Occasion& occasion)
{
    Fresh fresh;
    fresh.lines = TRY(keep(context, transaction, digest, occasion));
    fresh.numbers = TRY(keep_numbers(context, transaction, digest));
    fresh.proposals = TRY(keep_proposals(context, transaction, digest));
    if (fresh.size() == 0) return 0;
    const auto today = context.today();
    Sight sight{transaction, digest.account.id, today};
    TRY(look(sight, fresh.lines));
    auto path = path_of(fresh);
    if (!fresh.lines.empty())
        path = TRY(path_of(transaction, sight, digest.account, fresh.lines, today));
    auto variables = occasion.variables;
    variables.push_back({"nguoi", digest.account.name});
    variables.push_back({"tom_tat", summary_of(fresh, today)});
    variables.push_back({"so_viec", std::to_string(fresh.size())});
    variables.push_back({"han", nearest_of(fresh).vietnamese()});
    for (const auto channel : digest.channels) {
        const bool reaches =
            TRY(notification::has_address(transaction, digest.account.id, channel));
        if (!reaches) continue;
        const auto site = channel == Channel::email ? context.services().site : std::string{};
        auto filled = variables;
        filled.push_back({"viec", text_of(fresh, today, site)});
        TRY(notification::send(
            context, transaction,
            {.channel = channel,
             .template_key = occasion.template_key,
             .account = digest.account.id,
             .variables = std::move(filled),
             .path = path,
             .priority = occasion.priority,
             .key = occasion.key + "/" + std::to_string(digest.account.id.value),
             .send_at = channel == Channel::in_app ? std::nullopt : occasion.send_at}));
    }
    return static_cast<int>(fresh.size());
}

}  // namespace caicach::obligation
