#include "document/text_reader.hpp"

#include <utility>

#include "document/limits.hpp"
#include "text/legacy.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr double confidence_min = 0.5;

// The note that names an encoding which we converted from.
std::string_view note_of(text::Encoding encoding)
{
    switch (encoding) {
        case text::Encoding::tcvn3:
            return "document.note.converted_tcvn3";
        case text::Encoding::vni:
            return "document.note.converted_vni";
        case text::Encoding::windows1258:
            return "document.note.converted_windows1258";
        default:
            return {};
    }
}

// "| a | b |" of Markdown as "a<TAB>b"; the line of dashes below the head is left empty.
void plain_table_row(std::string& line)
{
    const auto trimmed = text::trim(line);
    if (trimmed.size() < 3 || !trimmed.starts_with('|') || !trimmed.ends_with('|')) return;
    if (trimmed.find_first_not_of("|-: ") == std::string_view::npos) {
        line.clear();
        return;
    }
    std::vector<std::string> cells;
    for (const auto cell : text::split(trimmed.substr(1, trimmed.size() - 2), '|')) {
        cells.emplace_back(text::trim(cell));
    }
    line = text::join(cells, "\t");
}

}  // namespace

Result<SourceText> read_text(std::string_view bytes, std::string format)
{
    if (bytes.size() > limits::text_file_bytes_max) {
        return failure(Failure::too_large, "document.limit.file", {},
                       {std::to_string(limits::text_file_bytes_max >> 20U)});
    }
    auto guess = text::detect_encoding(bytes);
    if (guess.encoding == text::Encoding::unknown || guess.confidence < confidence_min) {
        return failure(Failure::unsupported, "document.text.unknown_encoding");
    }
    auto content = text::to_utf8(bytes, guess.encoding);
    // Letters of old fonts, saved as UTF-8 by a program that knew no better.
    const auto mojibake = text::detect_mojibake(content);
    if (mojibake.encoding != text::Encoding::utf8 && mojibake.confidence >= confidence_min) {
        content = text::repair_mojibake(content, mojibake.encoding);
        guess = mojibake;
    }
    content = text::clean_input(content);
    if (text::trim(content).empty()) return failure(Failure::invalid, "document.empty");
    auto source = from_plain_text(content, std::move(format));
    if (source.lines.size() > limits::lines_max) {
        return failure(Failure::too_large, "document.limit.text", {},
                       {std::to_string(limits::lines_max)});
    }
    for (auto& line : source.lines) {
        if (source.format == "md") plain_table_row(line.text);
        if (line.text.size() > limits::line_bytes_max) {
            return failure(Failure::too_large, "document.limit.line");
        }
    }
    if (const auto note = note_of(guess.encoding); !note.empty()) source.notes.emplace_back(note);
    return source;
}

}  // namespace caicach::document
