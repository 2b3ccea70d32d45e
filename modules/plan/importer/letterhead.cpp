#include "plan/importer/letterhead.hpp"

#include "plan/importer/agencies.hpp"
#include "plan/importer/levels.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

bool is_committee_alone(std::string_view line)
{
    const auto folded = text::fold(line);
    return folded == "uy ban nhan dan" || folded == "ubnd";
}

/// The lines in capitals above the title, without the motto; "ỦY BAN NHÂN DÂN" with its place.
std::vector<std::string> letterhead_of(const std::vector<Paragraph>& paragraphs, const Parts& parts)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (parts.of[i].part == Part::footnote) continue;
        if (parts.of[i].part != Part::head) break;
        for (const auto cell : text::split(paragraphs[i].text, '\t')) {
            const auto line = text::trim(cell);
            if (!is_upper_case(line) || landmark_of(line) == Landmark::motto) continue;
            const bool place = !lines.empty() && is_committee_alone(lines.back());
            if (place) {
                lines.back() += " " + std::string{line};
            } else if (lines.size() < limits::table_columns_max) {
                lines.emplace_back(line);
            }
        }
    }
    return lines;
}

/// "UBND XÃ LONG PHỤNG": the committee of a district or commune by its name.
std::string committee_in(const Words& words, const Gazetteer& gazetteer)
{
    const auto behind = words.match(0, "uy ban nhan dan");
    const auto unit = behind == 0 ? std::nullopt : unit_at(words, behind);
    if (!unit || unit->end >= words.size()) return {};
    const bool city = words.match(behind, "thanh pho") != 0;
    const auto province = gazetteer.find_province(words, unit->end);
    if (city && province && province->province->city) return {};
    return "Ủy ban nhân dân " + text::lower(words.slice(behind, unit->end)) + " " +
           title_case(words.slice(unit->end, words.size()));
}

}  // namespace

std::string title_case(std::string_view upper)
{
    std::string out;
    for (const auto word : text::split(upper, ' ')) {
        if (!out.empty()) out += ' ';
        out += with_capital(text::lower(word));
    }
    return out;
}

std::string issuer_below_province(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                                  const Gazetteer& gazetteer, std::string_view place)
{
    std::string issuer;
    std::string superior{place};
    bool under_committee = false;
    for (const auto& line : letterhead_of(paragraphs, parts)) {
        const Words words{gazetteer.expand(line)};
        if (auto committee = committee_in(words, gazetteer); !committee.empty()) {
            constexpr std::string_view head = "Ủy ban nhân dân ";
            superior = committee.substr(head.size());
            issuer = std::move(committee);
            under_committee = true;
            continue;
        }
        if (words.match(0, "uy ban nhan dan") != 0) {
            under_committee = true;
            continue;
        }
        // Whatever else a committee's head names below it is one known body, and nothing more.
        const auto list = agencies_at(words, 0, gazetteer, Reading::sentence);
        if (!under_committee || list.names.size() != 1 || list.end != words.size() ||
            !list.names.front().known) {
            continue;
        }
        std::string_view name = list.names.front().name;
        for (const std::string_view tail : {" tỉnh", " thành phố"}) {
            if (name.ends_with(tail)) name.remove_suffix(tail.size());
        }
        issuer = std::string{name} + " " + superior;
    }
    return issuer;
}

}  // namespace caicach::plan::importer
