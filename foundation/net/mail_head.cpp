#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "calendar/date.hpp"
#include "net/mail.hpp"

namespace caicach::net
{
namespace
{

constexpr std::size_t address_bytes_max = 254;      // RFC 5321, 4.5.3.1.3
constexpr std::size_t encoded_word_bytes_max = 75;  // RFC 2047, 2
constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";

bool has_line_end(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

std::string encoded(std::string_view character)
{
    if (character == " ") return "_";
    std::string out;
    for (const char byte : character) {
        if (is_plain(byte)) {
            out += byte;
        } else {
            out += fmt::format("={:02X}", static_cast<unsigned char>(byte));
        }
    }
    return out;
}

/// Words of at most 75 bytes that end between characters, each on a line of its own.
std::string encoded_words(std::string_view text)
{
    std::string out;
    std::string word(word_begin);
    for (std::size_t at = 0; at < text.size();) {
        const auto size = character_at(text, at).size;
        const auto piece = encoded(text.substr(at, size));
        if (word.size() + piece.size() + word_end.size() > encoded_word_bytes_max) {
            out += word;
            out += word_end;
            out += "\r\n ";
            word = word_begin;
        }
        word += piece;
        at += size;
    }
    return out + word + std::string(word_end);
}

/// "Sat, 21 Nov 2026 09:00:00 +0700"
std::string date_of(Instant at)
{
    constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t offset_seconds = 7 * 3600;
    constexpr std::int64_t day_seconds = 24 * 3600;
    const auto day = Date::of(at);
    const auto of_day = (at.microseconds / 1'000'000 + offset_seconds) % day_seconds;
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0700",
                       days.at(static_cast<std::size_t>(day.weekday() - 1)), day.day(),
                       months.at(static_cast<std::size_t>(day.month() - 1)), day.year(),
                       of_day / 3600, of_day / 60 % 60, of_day % 60);
}

/// Fits between angle brackets in a header.
bool is_header_address(std::string_view url)
{
    return std::ranges::all_of(url,
                               [](char c) { return c > 0x20 && c < 0x7F && c != '<' && c != '>'; });
}

Error malformed(std::string_view field)
{
    return {.kind = Failure::invalid, .key = "net.mail.malformed", .field = std::string(field)};
}

}  // namespace

bool is_mail_address(std::string_view address)
{
    const auto at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return false;
    if (address.size() > address_bytes_max || address.find('@', at + 1) != std::string_view::npos)
        return false;
    constexpr std::string_view forbidden = "<>()[]\\,;:\" \t";
    for (const char byte : address) {
        const auto code = static_cast<unsigned char>(byte);
        if (code <= 0x20 || code >= 0x7F || forbidden.find(byte) != std::string_view::npos)
            return false;
    }
    return true;
}

Result<std::vector<std::string>> mail_head(const MailServer& server, const Mail& mail)
{
    if (!is_mail_address(server.from)) return tl::unexpected(malformed("from"));
    if (!is_mail_address(mail.to)) return tl::unexpected(malformed("to"));
    if (!mail.envelope_from.empty() && !is_mail_address(mail.envelope_from))
        return tl::unexpected(malformed("envelope_from"));
    if (has_line_end(mail.subject) || has_line_end(server.from_name) || has_line_end(mail.id))
        return tl::unexpected(malformed("subject"));
    if (!is_header_address(mail.unsubscribe_url))
        return tl::unexpected(malformed("unsubscribe_url"));
    const auto domain = server.from.substr(server.from.find('@') + 1);
    std::vector head{
        "Date: " + date_of(mail.at),
        fmt::format("From: {} <{}>", encoded_words(server.from_name), server.from),
        fmt::format("To: <{}>", mail.to),
        "Subject: " + encoded_words(mail.subject),
        fmt::format("Message-ID: <{}@{}>", mail.id, domain),
        // RFC 3834: no holiday note answers a letter that no person wrote.
        std::string("Auto-Submitted: auto-generated"),
    };
    if (!mail.unsubscribe_url.empty()) {
        head.push_back("List-Unsubscribe: <" + mail.unsubscribe_url + ">");
        // Only https promises it: mail programs look at nothing else (RFC 8058, 3.1).
        head.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    return head;
}

}  // namespace caicach::net
