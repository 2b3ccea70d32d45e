#include "http/chunked.hpp"

#include <algorithm>

#include "http/limits.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t size_digits_max = 8;

int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool may_stand_in_line(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return (byte >= 0x20 && byte != 0x7f) || letter == '\t';
}

}  // namespace

std::size_t ChunkedReader::feed(std::string_view bytes, std::string& body)
{
    std::size_t at = 0;
    while (at < bytes.size() && m_state != State::done && m_state != State::malformed) {
        if (m_state == State::data) {
            const auto taken = std::min<std::uint64_t>(m_left, bytes.size() - at);
            body.append(bytes.substr(at, taken));
            at += taken;
            m_left -= taken;
            if (m_left == 0) m_state = State::data_cr;
        } else {
            m_state = next(bytes[at++]);
        }
    }
    return at;
}

ChunkedReader::State ChunkedReader::next(char letter)
{
    const auto expect = [letter](char wanted, State then) {
        return letter == wanted ? then : State::malformed;
    };
    switch (m_state) {
        case State::size:
            return after_size_letter(letter);
        case State::extension:
            if (letter == '\r') return State::size_end;
            if (++m_line_bytes > limits::chunk_line_bytes_max || !may_stand_in_line(letter))
                return State::malformed;
            return State::extension;
        case State::size_end:
            return expect('\n', m_left == 0 ? State::trailer_start : State::data);
        case State::data_cr:
            return expect('\r', State::data_lf);
        case State::data_lf:
            m_digits = 0;
            m_line_bytes = 0;
            return expect('\n', State::size);
        case State::trailer_start:
            if (letter == '\r') return State::done_lf;
            [[fallthrough]];
        case State::trailer:
            if (letter == '\r') return State::trailer_end;
            if (++m_trailer_bytes > limits::trailer_bytes_max || !may_stand_in_line(letter))
                return State::malformed;
            return State::trailer;
        case State::trailer_end:
            return expect('\n', State::trailer_start);
        case State::done_lf:
            return expect('\n', State::done);
        case State::data:
        case State::done:
        case State::malformed:
            break;
    }
    return State::malformed;
}

ChunkedReader::State ChunkedReader::after_size_letter(char letter)
{
    if (const int value = digit_value(letter); value >= 0) {
        if (++m_digits > size_digits_max) return State::malformed;
        m_left = m_left * 16 + static_cast<std::uint64_t>(value);
        return State::size;
    }
    if (m_digits == 0) return State::malformed;
    if (letter == '\r') return State::size_end;
    return letter == ';' ? State::extension : State::malformed;
}

}  // namespace caicach::http
