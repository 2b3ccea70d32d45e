// The lines that part a document, whatever plan it is.
#include "plan/importer/lexicon.hpp"

namespace caicach::plan::importer
{

std::optional<Landmark> landmark_of(std::string_view line)
{
    if (line.size() > 400) return std::nullopt;
    const Words words{line.substr(0, 120)};
    if (words.empty()) return std::nullopt;
    const bool capitals = is_upper_case(line);
    const auto starts = [&](std::string_view phrase) { return words.match(0, phrase) != 0; };
    if (starts("noi nhan")) return Landmark::recipients;
    if (starts("cong hoa xa hoi") || starts("doc lap - tu do")) return Landmark::motto;
    if (words.is(0, "(")) {
        const bool enclosed = words.match(1, "ban hanh kem") != 0 ||
                              words.match(1, "kem theo") != 0 || words.match(1, "dinh kem") != 0;
        return enclosed ? std::optional{Landmark::enclosed} : std::nullopt;
    }
    if (starts("so :")) return Landmark::number;
    const auto is_title = [&](std::string_view phrase) {
        const auto end = words.match(0, phrase);
        return end != 0 && (end == words.size() || (end + 1 == words.size() && words.is(end, ":")));
    };
    if (capitals && is_title("ke hoach")) return Landmark::plan;
    if (capitals && is_title("quyet dinh")) return Landmark::decision;
    const bool annex = starts("phu luc") || starts("danh muc") || starts("bieu so") ||
                       starts("bieu mau") || starts("phu bieu");
    if (annex && (capitals || (starts("phu luc") && words.size() <= 5))) return Landmark::annex;
    for (const auto* mark : {"tm .", "kt .", "tl .", "tuq .", "q ."}) {
        if (starts(mark) && is_upper_case(line.substr(0, 6))) return Landmark::signature;
    }
    if (!capitals) return std::nullopt;
    for (const auto* post : {"chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong ban",
                             "pho truong ban", "truong phong", "pho truong phong",
                             "chanh van phong", "chanh thanh tra", "cuc truong", "hieu truong"}) {
        if (is_title(post)) return Landmark::signature;
    }
    if (starts("uy ban nhan dan") || starts("ubnd") || starts("chu tich uy ban") ||
        starts("hoi dong nhan dan")) {
        return Landmark::letterhead;
    }
    return std::nullopt;
}

bool ends_document_part(std::string_view line) { return landmark_of(line).has_value(); }

}  // namespace caicach::plan::importer
