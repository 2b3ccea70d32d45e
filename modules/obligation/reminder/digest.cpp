#include "obligation/reminder/digest.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "crypto/crypto.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/state_views.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using notification::Channel;

/// A duty as the messages name it, once; the secret opens its answer.
struct Line {
    const DigestEntry* entry{};
    std::string secret{};
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

/// Letters alone carry the links: the bell leads to pages behind the sign-in.
std::string text_of(const std::vector<Line>& lines, Date today, const std::string& site)
{
    std::string text;
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

}  // namespace

void Digest::add(DigestEntry entry, const std::vector<Channel>& more)
{
    entries.push_back(std::move(entry));
    for (const auto channel : more)
        if (std::ranges::find(channels, channel) == channels.end()) channels.push_back(channel);
}

Result<int> send_digest(Context& context, database::Transaction& transaction, const Digest& digest,
                        const Occasion& occasion)
{
    const auto lines = TRY(keep(context, transaction, digest, occasion));
    if (lines.empty()) return 0;
    const auto today = context.today();
    const auto nearest = std::ranges::min(
        lines, {}, [](const Line& line) { return line.entry->task->obligation.due_on; });
    auto variables = occasion.variables;
    variables.push_back({"nguoi", digest.account.name});
    variables.push_back({"so_viec", std::to_string(lines.size())});
    variables.push_back({"han", nearest.entry->task->obligation.due_on.vietnamese()});
    for (const auto channel : digest.channels) {
        const bool reaches =
            TRY(notification::has_address(transaction, digest.account.id, channel));
        if (!reaches) continue;
        const auto site = channel == Channel::email ? context.services().site : std::string{};
        auto filled = variables;
        filled.push_back({"viec", text_of(lines, today, site)});
        TRY(notification::send(
            context, transaction,
            {.channel = channel,
             .template_key = occasion.template_key,
             .account = digest.account.id,
             .variables = std::move(filled),
             .path = occasion.path,
             .priority = occasion.priority,
             .key = occasion.key + "/" + std::to_string(digest.account.id.value),
             .send_at = channel == Channel::in_app ? std::nullopt : occasion.send_at}));
    }
    return static_cast<int>(lines.size());
}

}  // namespace caicach::obligation
