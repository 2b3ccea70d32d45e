#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace caicach::http
{

/// Takes the chunks of a body apart (RFC 9112, 7.1), strictly: sizes of at most eight hexadecimal
/// digits, every line ended by CRLF, extensions and trailers passed over within limits.
class ChunkedReader
{
public:
    /// Appends the body's bytes to `body` and answers how many of `bytes` were used; the rest
    /// belongs to the next request once `is_done`.
    [[nodiscard]] std::size_t feed(std::string_view bytes, std::string& body);

    [[nodiscard]] bool is_done() const { return m_state == State::done; }
    [[nodiscard]] bool is_malformed() const { return m_state == State::malformed; }

private:
    enum class State {
        size,
        extension,
        size_end,
        data,
        data_cr,
        data_lf,
        trailer_start,
        trailer,
        trailer_end,
        done_lf,
        done,
        malformed,
    };

    [[nodiscard]] State next(char letter);
    [[nodiscard]] State after_size_letter(char letter);

    State m_state{State::size};
    std::uint64_t m_left{};
    std::size_t m_digits{};
    std::size_t m_line_bytes{};
    std::size_t m_trailer_bytes{};
};

}  // namespace caicach::http
