#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::http
{

/// What stands above one part of a multipart form.
struct PartHead {
    std::string name{};                      ///< of the field
    std::optional<std::string> file_name{};  ///< there for files, even when empty
    std::string type{};                      ///< Content-Type; empty where none was sent
};

/// What the reader tells while a form streams through it. A failure stops it.
struct PartEvents {
    std::function<Result<void>(PartHead head)> begin{};
    std::function<Result<void>(std::string_view bytes)> data{};
    std::function<Result<void>()> end{};
};

/// The boundary of "multipart/form-data; boundary=…"; nothing where it has none or an unfit one.
[[nodiscard]] std::optional<std::string> multipart_boundary(std::string_view content_type);
/// Nothing where the lines are no head of a form's part. `text` without the blank line.
[[nodiscard]] std::optional<PartHead> parse_part_head(std::string_view text);

/// Reads multipart/form-data (RFC 7578) piece by piece, as browsers write it: no preamble, CRLF
/// line ends. Holds no more than one piece and one boundary at a time.
class MultipartReader
{
public:
    MultipartReader(std::string_view boundary, PartEvents events);

    [[nodiscard]] Result<void> feed(std::string_view bytes);
    /// Malformed where the closing boundary has not come.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class State { head, data, after_boundary, epilogue };

    /// True where it moved on, false where it wants more bytes.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] Result<bool> step_head();
    [[nodiscard]] Result<bool> step_data();
    [[nodiscard]] Result<bool> step_after_boundary();

    State m_state{State::data};
    bool m_is_in_part{};
    std::size_t m_part_count{};
    std::string m_delimiter;  ///< CRLF, two hyphens, boundary
    std::string m_pending;
    std::size_t m_at{};  ///< what lies before it in m_pending is done with
    PartEvents m_events;
};

}  // namespace caicach::http
