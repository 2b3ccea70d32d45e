#include "document/pdf_file.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "document/limits.hpp"

namespace caicach::document
{

namespace
{

tl::unexpected<Error> other_structure()
{
    return failure(Failure::unsupported, "document.pdf.structure");
}

/// One line of references: "0000000015 00000 n" and two bytes of the line's end.
bool read_entry(PdfScanner& scan, std::int64_t number, PdfRevision& revision)
{
    const auto before = scan.at();
    const auto offset = scan.whole();
    if (!offset || scan.at() - before != 10 || !scan.take(" ")) return false;
    const auto generation = scan.digits();
    if (generation.size() != 5 || !scan.take(" ")) return false;
    const bool is_used = scan.take("n");
    if (!is_used && !scan.take("f")) return false;
    if (!scan.take(" \n") && !scan.take(" \r") && !scan.take("\r\n")) return false;
    // Only object 0 is never there: nothing may be taken away.
    if (!is_used) return number == 0;
    if (generation != "00000" || number == 0) return false;
    const bool is_first_said =
        revision.offsets.emplace(static_cast<int>(number), static_cast<std::size_t>(*offset))
            .second;
    return is_first_said && revision.offsets.size() <= limits::pdf_objects_max;
}

bool read_entries(PdfScanner& scan, PdfRevision& revision)
{
    const auto first = scan.whole();
    if (!first || !scan.take(" ")) return false;
    const auto count = scan.whole();
    if (!count || *first > limits::pdf_number_max || *count > limits::pdf_number_max) return false;
    scan.take(" ");
    if (!scan.take_line_end()) return false;
    for (auto number = *first; number < *first + *count; ++number) {
        if (!read_entry(scan, number, revision)) return false;
    }
    return true;
}

/// From its table of references to its last line.
std::optional<PdfRevision> read_revision(std::string_view bytes, std::size_t table)
{
    PdfRevision revision{.table = table};
    PdfScanner scan{bytes, table};
    if (!scan.take("xref") || !scan.take_line_end()) return std::nullopt;
    while (!scan.take_word("trailer")) {
        if (!read_entries(scan, revision)) return std::nullopt;
    }
    auto trailer = scan.value();
    if (!trailer || trailer->dictionary() == nullptr) return std::nullopt;
    revision.trailer = *trailer->dictionary();
    scan.skip_blanks();
    if (!scan.take_word("startxref")) return std::nullopt;
    scan.skip_blanks();
    const auto said = scan.whole();
    if (!said || static_cast<std::size_t>(*said) != table || !scan.take_line_end() ||
        !scan.take("%%EOF"))
        return std::nullopt;
    scan.take_line_end();
    revision.end = scan.at();
    return revision;
}

/// Where the last table of references begins.
std::optional<std::size_t> last_table(std::string_view bytes)
{
    constexpr std::string_view word = "startxref";
    constexpr std::size_t from_end = 64;
    const auto at = bytes.rfind(word);
    if (at == std::string_view::npos || bytes.size() - at > from_end) return std::nullopt;
    PdfScanner scan{bytes, at + word.size()};
    scan.skip_blanks();
    const auto said = scan.whole();
    return said ? std::optional{static_cast<std::size_t>(*said)} : std::nullopt;
}

/// Where the table of the revision before begins; nothing where it is the first.
Result<std::optional<std::size_t>> table_before(const PdfRevision& revision)
{
    for (const auto* unread : {"XRefStm", "Encrypt"}) {
        if (revision.trailer.contains(unread)) return other_structure();
    }
    const auto* previous = entry_of(revision.trailer, "Prev");
    if (previous == nullptr) return std::nullopt;
    const auto at = previous->integer();
    if (!at || *at < 0) return other_structure();
    return std::optional{static_cast<std::size_t>(*at)};
}

bool lies_inside(const PdfRevision& revision)
{
    return std::ranges::all_of(revision.offsets, [&](const auto& entry) {
        return entry.second >= revision.begin && entry.second < revision.table;
    });
}

}  // namespace

Result<PdfFile> PdfFile::read(std::string bytes)
{
    if (bytes.size() > limits::file_bytes_max)
        return failure(Failure::too_large, "document.limit.file", {},
                       {std::to_string(limits::file_bytes_max >> 20U)});
    if (!bytes.starts_with("%PDF-1.")) return other_structure();
    PdfFile file;
    auto table = last_table(bytes);
    for (std::size_t end = bytes.size(); table;) {
        if (*table >= end || file.m_revisions.size() > limits::pdf_updates_max)
            return other_structure();
        auto revision = read_revision(bytes, *table);
        const bool is_last = file.m_revisions.empty();
        if (!revision || revision->end > end || (is_last && revision->end != end))
            return other_structure();
        table = TRY(table_before(*revision));
        end = revision->table;
        // What an update says stands behind what was there before it.
        if (!is_last) file.m_revisions.back().begin = revision->end;
        file.m_revisions.push_back(std::move(*revision));
    }
    if (file.m_revisions.empty() || !std::ranges::all_of(file.m_revisions, lies_inside))
        return other_structure();
    std::ranges::reverse(file.m_revisions);
    file.m_bytes = std::move(bytes);
    return file;
}

Result<PdfObject> PdfFile::object(int number, std::size_t revisions) const
{
    for (std::size_t left = std::min(revisions, m_revisions.size()); left > 0; --left) {
        const auto& revision = m_revisions[left - 1];
        const auto found = revision.offsets.find(number);
        if (found == revision.offsets.end()) continue;
        const auto end = std::min(revision.table, found->second + limits::pdf_object_bytes_max);
        PdfScanner scan{std::string_view{m_bytes}.substr(0, end), found->second};
        if (scan.whole() != number || !scan.take(" 0 obj")) return other_structure();
        auto value = scan.value();
        if (!value) return other_structure();
        scan.skip_blanks();
        PdfObject object{.value = std::move(*value)};
        if (scan.take_word("endobj")) return object;
        const bool is_stream = object.value.dictionary() != nullptr && scan.take("stream") &&
                               (scan.take("\r\n") || scan.take("\n"));
        if (!is_stream) return other_structure();
        object.stream_from = scan.at();
        return object;
    }
    return other_structure();
}

Result<std::string> PdfFile::stream_of(const PdfObject& object) const
{
    const auto* dictionary = object.value.dictionary();
    const auto* said = dictionary == nullptr ? nullptr : entry_of(*dictionary, "Length");
    if (!object.stream_from || said == nullptr) return other_structure();
    const auto length = TRY(resolved(*said, m_revisions.size())).integer();
    if (!length || *length < 0) return other_structure();
    const auto size = static_cast<std::size_t>(*length);
    if (size > m_bytes.size() - *object.stream_from) return other_structure();
    PdfScanner scan{m_bytes, *object.stream_from + size};
    scan.take_line_end();
    if (!scan.take_word("endstream")) return other_structure();
    return m_bytes.substr(*object.stream_from, size);
}

Result<PdfValue> PdfFile::resolved(const PdfValue& value, std::size_t revisions) const
{
    const auto reference = value.reference();
    if (!reference) return value;
    auto object = TRY(this->object(reference->number, revisions));
    return std::move(object.value);
}

Result<PdfDictionary> PdfFile::catalog(std::size_t revisions) const
{
    VERIFY(revisions > 0 && revisions <= m_revisions.size());
    const auto* root = entry_of(m_revisions[revisions - 1].trailer, "Root");
    if (root == nullptr || !root->reference()) return other_structure();
    const auto value = TRY(resolved(*root, revisions));
    if (value.dictionary() == nullptr) return other_structure();
    return *value.dictionary();
}

Result<std::vector<PdfReference>> PdfFile::pages(std::size_t revisions) const
{
    const auto catalog = TRY(this->catalog(revisions));
    const auto* root = entry_of(catalog, "Pages");
    const auto first = root == nullptr ? std::nullopt : root->reference();
    if (!first) return other_structure();
    std::vector<PdfReference> pages;
    std::set<int> seen;
    std::vector<PdfReference> open{*first};
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        if (!seen.insert(next.number).second) return other_structure();
        const auto object = TRY(this->object(next.number, revisions));
        const auto* entries = object.value.dictionary();
        if (entries == nullptr) return other_structure();
        const auto* kids = entry_of(*entries, "Kids");
        if (kids == nullptr) {
            if (std::ssize(pages) == limits::pdf_pages_max)
                return failure(
                    Failure::too_large, "document.limit.pdf_pages", {},
                    {std::to_string(pages.size() + 1), std::to_string(limits::pdf_pages_max)});
            pages.push_back(next);
            continue;
        }
        const auto children = TRY(resolved(*kids, revisions));
        const auto* list = children.array();
        if (list == nullptr) return other_structure();
        for (auto left = list->size(); left > 0; --left) {
            const auto child = (*list)[left - 1].reference();
            if (!child) return other_structure();
            open.push_back(*child);
        }
    }
    return pages;
}

}  // namespace caicach::document
