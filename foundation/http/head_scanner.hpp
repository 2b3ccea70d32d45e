#pragma once
#include <cstddef>
#include <string_view>

namespace caicach::http
{

/// Looks at the head of a request byte by byte as it arrives and refuses at once what no honest
/// client sends: lines ended by LF alone, a CR inside a line, control characters, folded lines,
/// blanks before the colon, names that are no tokens, too much of anything. Beast parses what
/// passes; two readers that must agree leave little room for smuggling.
class HeadScanner
{
public:
    /// `text` is all that has arrived of this head; what was seen before is not looked at again.
    /// Answers 0 to go on, or the status that refuses: 400, 431.
    [[nodiscard]] int scan(std::string_view text);
    /// How many bytes the head has, with its blank line; 0 while it is not complete.
    [[nodiscard]] std::size_t size() const { return m_size; }
    void reset() { *this = {}; }

private:
    enum class State { line_start, method, target, version, name, value, line_end, head_end };

    [[nodiscard]] int step(char letter);
    [[nodiscard]] int step_line_start(char letter);
    /// Of the request line: letters of one kind, up to the end letter, which leads to `then`.
    [[nodiscard]] int step_word(bool is_letter, bool is_end, State then, std::size_t length_max,
                                int too_long);

    State m_state{State::line_start};
    std::size_t m_seen{};
    std::size_t m_size{};
    std::size_t m_line_count{};
    std::size_t m_length{};  ///< of the method, the target or the version so far
};

/// Whether a Host header names a host, with or without a port.
[[nodiscard]] bool is_host(std::string_view host);

}  // namespace caicach::http
