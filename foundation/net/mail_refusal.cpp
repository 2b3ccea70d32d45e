#include "net/mail_refusal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace caicach::net
{
namespace
{

constexpr int any = -1;

struct Meaning {
    int subject{};
    int detail{};
    MailRefusal refusal{};
};
/// The first that fits. Subjects: RFC 3463, 3; details in the IANA's "SMTP Enhanced Status Codes".
constexpr std::array meanings{
    Meaning{1, 7, MailRefusal::ours},       // the sender's address is malformed
    Meaning{1, 8, MailRefusal::ours},       // the sender's domain is unknown
    Meaning{1, 9, MailRefusal::ours},       // passed on to a system that cannot carry it
    Meaning{1, any, MailRefusal::address},  // no such box, domain, or no mail there (5.1.10)
    Meaning{2, 1, MailRefusal::address},    // the box is disabled
    Meaning{2, 3, MailRefusal::ours},       // too long for the box
    Meaning{2, any, MailRefusal::later},    // the box is full (5.2.2)
    Meaning{3, 4, MailRefusal::ours},       // too long for the system
    Meaning{3, any, MailRefusal::later},    // the system of the receiver
    Meaning{4, any, MailRefusal::later},    // the way to it
    Meaning{5, any, MailRefusal::ours},     // what was said to it
    Meaning{6, any, MailRefusal::ours},     // the letter's form
    Meaning{7, any, MailRefusal::ours},     // a policy, or a signature
};

struct Reply {
    int digits{};
    MailRefusal refusal{};
};
constexpr std::array replies{
    Reply{550, MailRefusal::address},  // "mailbox unavailable"
    Reply{551, MailRefusal::address},  // "user not local"
    Reply{552, MailRefusal::later},    // "exceeded storage allocation"
    Reply{553, MailRefusal::address},  // "mailbox name not allowed"
    Reply{556, MailRefusal::address},  // "domain does not accept mail"
};

/// The number at the beginning of `text`, taken off it.
std::optional<int> take_number(std::string_view& text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || number < 0) return {};
    text.remove_prefix(static_cast<std::size_t>(at - text.data()));
    return number;
}

bool take(std::string_view& text, char wanted)
{
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<MailRefusal> refusal_of_status(std::string_view status)
{
    if (take_number(status) != 5 || !take(status, '.')) return {};
    const auto subject = take_number(status);
    if (!subject || !take(status, '.')) return {};
    const auto detail = take_number(status);
    if (!detail || (!status.empty() && status.front() != ' ')) return {};
    const auto* found = std::ranges::find_if(meanings, [&](const Meaning& meaning) {
        return meaning.subject == *subject && (meaning.detail == any || meaning.detail == *detail);
    });
    if (found == meanings.end()) return {};
    return found->refusal;
}

std::optional<MailRefusal> refusal_of_reply(std::string_view reply)
{
    constexpr int for_good_from = 500;
    constexpr int for_good_until = 600;
    const auto digits = take_number(reply);
    if (!digits || *digits < for_good_from || *digits >= for_good_until) return {};
    if (!take(reply, ' ')) take(reply, '-');
    if (const auto refusal = refusal_of_status(reply)) return refusal;
    const auto* found = std::ranges::find(replies, *digits, &Reply::digits);
    return found == replies.end() ? MailRefusal::ours : found->refusal;
}

}  // namespace caicach::net
