#include "notification/sending/bounces.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "crypto/public_code.hpp"
#include "notification/message.hpp"
#include "notification/outbox.hpp"
#include "notification/sending/fallback.hpp"
#include "notification/sql.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

namespace fs = std::filesystem;

constexpr int letters_at_once = 200;
constexpr std::size_t letter_bytes_max = 256UL * 1024;  // a report and the head of what came back

/// The code in the first "tra-lai+CODE@cchc.vn" of the letter; who wrote it does not matter, as it
/// is a secret of the message.
std::optional<std::string> code_in(std::string_view letter, std::string_view bounce_address)
{
    const auto at = bounce_address.find('@');
    if (at == std::string_view::npos) return {};
    const auto begin = std::string(bounce_address.substr(0, at)) + "+";
    for (auto found = letter.find(begin); found != std::string_view::npos;
         found = letter.find(begin, found + 1)) {
        const auto rest = letter.substr(found + begin.size());
        const auto end = rest.find('@');
        if (end == std::string_view::npos) return {};
        if (auto code = crypto::parse_public_code(rest.substr(0, end))) return code;
    }
    return {};
}

/// What stands behind the first such name at the beginning of a line, where it begins so.
std::string_view field(std::string_view letter, std::string_view name, std::string_view beginning)
{
    for (const auto line : text::split(letter, '\n')) {
        if (!line.starts_with(name)) continue;
        const auto value = text::trim(line.substr(name.size()));
        if (value.starts_with(beginning)) return value;
    }
    return {};
}

std::string read(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(letter_bytes_max, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

struct Consequence {
    Status status{};
    std::string_view error{};
};

/// Only where nobody is there is it a failure of the address: who wrote to a full box, or was
/// turned away by a policy, has the right one.
Consequence consequence_of(net::MailRefusal refusal)
{
    switch (refusal) {
        case net::MailRefusal::address:
            return {Status::permanent_failure, "notification.mail.came_back"};
        case net::MailRefusal::later:
            return {Status::temporary_failure, "notification.mail.box_full"};
        case net::MailRefusal::ours:
            break;
    }
    return {Status::technical_failure, "notification.mail.turned_away"};
}

Result<void> take(Context& context, const Bounce& bounce)
{
    if (!bounce.refusal) return {};
    const auto [status, error] = consequence_of(*bounce.refusal);
    auto transaction = TRY(context.begin());
    const auto message = message_by_code(transaction, bounce.code);
    if (!message || message->channel != Channel::email) return {};  // long forgotten
    const auto changed = TRY(
        transaction.change(sql::report_message, message->id, key_of(status), error, context.now()));
    if (changed == 1 && status == Status::permanent_failure)
        TRY(fall_back(context, transaction, *message));
    if (changed == 1) TRY(tell_unreached(context, transaction, *message, status));
    return transaction.commit();
}

}  // namespace

Result<void> tell_unreached(Context& context, database::Transaction& transaction,
                            const Message& message, Status status)
{
    const bool is_nobody = status == Status::permanent_failure;
    if (!is_nobody && status != Status::temporary_failure) return {};
    const auto why = is_nobody ? Unreached::nobody_there : Unreached::not_taken;
    return context.publish(transaction, MessageFailed{message.channel, message.key, why});
}

std::optional<Bounce> parse_bounce(std::string_view letter, std::string_view bounce_address)
{
    auto code = code_in(letter, bounce_address);
    if (!code) return {};
    // RFC 3464, 2.3.4: class 5 is for good, 4 is a delay.
    const auto status = field(letter, "Status: ", "5.");
    const bool is_late = status.empty() && !field(letter, "Status: ", "4.").empty();
    if (is_late) return Bounce{.code = std::move(*code)};
    if (status.empty()) return {};
    auto refusal = net::refusal_of_status(status);
    if (!refusal) {  // 5.0.0 says nothing; what the other server said may (RFC 3464, 2.3.6)
        constexpr std::string_view by_smtp = "smtp; ";
        auto answer = field(letter, "Diagnostic-Code: ", by_smtp);
        if (!answer.empty()) answer.remove_prefix(by_smtp.size());
        refusal = net::refusal_of_reply(answer).value_or(net::MailRefusal::ours);
    }
    return Bounce{.code = std::move(*code), .refusal = refusal};
}

Result<void> take_bounces(Context& context)
{
    const auto& messaging = context.services().messaging;
    if (messaging.bounce_folder.empty()) return {};
    const fs::path folder(messaging.bounce_folder);
    std::error_code error;
    std::vector<fs::path> letters;
    letters.reserve(letters_at_once);
    for (fs::directory_iterator at(folder / "new", error), end;
         !error && at != end && letters.size() < letters_at_once; at.increment(error)) {
        std::error_code one;
        if (at->symlink_status(one).type() == fs::file_type::regular) letters.push_back(at->path());
    }
    if (error) log::warning("letters that came back are not read", {{"error", error.message()}});
    for (const auto& letter : letters) {
        const auto bounce = parse_bounce(read(letter), messaging.bounce_address);
        if (bounce) TRY(take(context, *bounce));
        fs::rename(letter, folder / "cur" / (letter.filename().string() + ":2,S"), error);
    }
    return {};
}

}  // namespace caicach::notification
