#include "http/head_scanner.hpp"

#include <algorithm>

#include "http/ascii.hpp"
#include "http/limits.hpp"

namespace caicach::http
{

namespace
{

constexpr int bad_request = 400;
constexpr int head_too_large = 431;
constexpr std::size_t version_bytes_max = 12;

bool is_control(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7f;
}

bool is_target_letter(char letter) { return letter > 0x20 && letter < 0x7f; }

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

int HeadScanner::scan(std::string_view text)
{
    while (m_seen < text.size() && m_size == 0) {
        if (m_seen >= limits::head_bytes_max) return head_too_large;
        if (const int status = step(text[m_seen]); status != 0) return status;
        ++m_seen;
        if (m_state == State::line_start && m_size == 0 && m_line_count > 0 && m_seen >= 4 &&
            text.substr(m_seen - 4, 4) == "\r\n\r\n")
            m_size = m_seen;
    }
    return 0;
}

int HeadScanner::step(char letter)
{
    switch (m_state) {
        case State::line_start:
            return step_line_start(letter);
        case State::method:
            return step_word(is_token_letter(letter), letter == ' ', State::target,
                             limits::method_bytes_max, bad_request);
        case State::target:
            return step_word(is_target_letter(letter), letter == ' ', State::version,
                             limits::target_bytes_max, head_too_large);
        case State::version:
            return step_word(is_target_letter(letter), letter == '\r', State::line_end,
                             version_bytes_max, bad_request);
        case State::name:
            if (letter == ':') m_state = State::value;
            return letter == ':' || is_token_letter(letter) ? 0 : bad_request;
        case State::value:
            if (letter == '\r') m_state = State::line_end;
            return letter == '\r' || letter == '\t' || !is_control(letter) ? 0 : bad_request;
        case State::line_end:
        case State::head_end:
            m_state = State::line_start;
            return letter == '\n' ? 0 : bad_request;
    }
    return bad_request;
}

int HeadScanner::step_word(bool is_letter, bool is_end, State then, std::size_t length_max,
                           int too_long)
{
    if (is_end && m_length > 0) {
        m_state = then;
        m_length = 0;
        return 0;
    }
    if (!is_letter) return bad_request;
    return ++m_length <= length_max ? 0 : too_long;
}

int HeadScanner::step_line_start(char letter)
{
    m_length = 1;
    if (m_line_count++ == 0) {
        m_state = State::method;
        return is_token_letter(letter) ? 0 : bad_request;
    }
    if (letter == '\r') {
        m_state = State::head_end;
        return 0;
    }
    if (m_line_count > limits::header_count_max + 1) return head_too_large;
    m_state = State::name;
    // A blank here would fold the line onto the one above (obs-fold).
    return is_token_letter(letter) ? 0 : bad_request;
}

bool is_host(std::string_view host)
{
    constexpr std::size_t host_bytes_max = 255;
    constexpr std::size_t port_digits_max = 5;
    if (host.empty() || host.size() > host_bytes_max) return false;
    const auto end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
    if (host.starts_with('[') && end == 0) return false;
    const auto name = host.substr(0, end);
    const auto port = host.substr(name.size());
    const auto is_name_letter = [&name](char letter) {
        return (lower_ascii(letter) >= 'a' && lower_ascii(letter) <= 'z') || is_digit(letter) ||
               letter == '-' || letter == '.' || letter == '_' ||
               (name.starts_with('[') && (letter == '[' || letter == ']' || letter == ':'));
    };
    if (name.empty() || !std::ranges::all_of(name, is_name_letter)) return false;
    if (port.empty()) return true;
    return port.starts_with(':') && port.size() <= port_digits_max + 1 &&
           std::ranges::all_of(port.substr(1), is_digit);
}

}  // namespace caicach::http
