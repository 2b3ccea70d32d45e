#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace caicach::document
{

/// Where in the file a line stood. All numbers count from 1; 0 is "not known", as a text file has
/// no pages and most lines stand in no table.
struct Place {
    int page{};
    int paragraph{};
    int table{};
    int row{};
    int column{};

    friend bool operator==(const Place&, const Place&) = default;
};

/// One line of the canonical text: UTF-8 in NFC, without line break. A table row is one line whose
/// cells are parted by TAB, merged cells repeated or empty. Empty lines are kept.
struct Line {
    std::string text{};
    Place place{};
};

/// What every reader makes of a file, and what everything behind the readers starts from: the line
/// numbers that people see count these lines from 1.
struct SourceText {
    std::string format{};  ///< "docx", "odt", "pdf", "image", "txt", "md"
    std::vector<Line> lines{};
    int pages{};
    bool scanned{};                    ///< read by character recognition: expect slips
    std::vector<std::string> notes{};  ///< message keys of what the reader wants to be known
};

/// Plain text cut into lines at LF or CRLF; the last line break ends a line and begins none.
[[nodiscard]] SourceText from_plain_text(std::string_view text, std::string format = "txt");

}  // namespace caicach::document
