// The lines that part a document, whatever plan it is.
#include "plan/importer/lexicon.hpp"

#include <algorithm>

namespace caicach::plan::importer
{
namespace
{

template <std::size_t n>
bool starts_with_any(const Words& words, const std::string_view (&phrases)[n])
{
    return std::ranges::any_of(phrases, [&](auto phrase) { return words.match(0, phrase) != 0; });
}

/// The phrase and nothing else, but for a colon.
bool is_title(const Words& words, std::string_view phrase)
{
    const auto end = words.match(0, phrase);
    return end != 0 && (end == words.size() || (end + 1 == words.size() && words.is(end, ":")));
}

/// "(Ban hành kèm theo Quyết định …)"
bool encloses(const Words& words)
{
    return words.match(1, "ban hanh kem") != 0 || words.match(1, "kem theo") != 0 ||
           words.match(1, "dinh kem") != 0;
}

bool heads_annex(const Words& words, bool capitals)
{
    static constexpr std::string_view openings[] = {"phu luc", "danh muc", "bieu so", "bieu mau",
                                                    "phu bieu"};
    constexpr std::size_t short_line = 5;
    if (!starts_with_any(words, openings)) return false;
    return capitals || (words.match(0, "phu luc") != 0 && words.size() <= short_line);
}

/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
bool signs_for_another(const Words& words, std::string_view line)
{
    static constexpr std::string_view marks[] = {"tm .", "kt .", "tl .", "tuq .", "q ."};
    constexpr std::size_t mark = 6;
    return starts_with_any(words, marks) && is_upper_case(line.substr(0, mark));
}

/// What a line in capitals says that is none of the others.
std::optional<Landmark> landmark_in_capitals(const Words& words)
{
    static constexpr std::string_view posts[] = {
        "chu tich",        "pho chu tich",    "giam doc",     "pho giam doc",
        "truong ban",      "pho truong ban",  "truong phong", "pho truong phong",
        "chanh van phong", "chanh thanh tra", "cuc truong",   "hieu truong"};
    static constexpr std::string_view bodies[] = {"uy ban nhan dan", "ubnd", "chu tich uy ban",
                                                  "hoi dong nhan dan"};
    if (is_title(words, "ke hoach")) return Landmark::plan;
    if (is_title(words, "quyet dinh")) return Landmark::decision;
    if (std::ranges::any_of(posts, [&](auto post) { return is_title(words, post); })) {
        return Landmark::signature;
    }
    if (starts_with_any(words, bodies)) return Landmark::letterhead;
    return std::nullopt;
}

}  // namespace

std::optional<Landmark> landmark_of(std::string_view line)
{
    constexpr std::size_t longest = 400;
    constexpr std::size_t telling = 120;
    static constexpr std::string_view mottoes[] = {"cong hoa xa hoi", "doc lap - tu do"};
    if (line.size() > longest) return std::nullopt;
    const Words words{line.substr(0, telling)};
    if (words.empty()) return std::nullopt;
    if (words.match(0, "noi nhan") != 0) return Landmark::recipients;
    if (starts_with_any(words, mottoes)) return Landmark::motto;
    if (words.is(0, "(")) return encloses(words) ? std::optional{Landmark::enclosed} : std::nullopt;
    if (words.match(0, "so :") != 0) return Landmark::number;
    const bool capitals = is_upper_case(line);
    if (heads_annex(words, capitals)) return Landmark::annex;
    if (signs_for_another(words, line)) return Landmark::signature;
    return capitals ? landmark_in_capitals(words) : std::nullopt;
}

bool ends_document_part(std::string_view line) { return landmark_of(line).has_value(); }

}  // namespace caicach::plan::importer
