// What stands after each stage, for people: the first help when a plan is read wrongly.
#include <fmt/format.h>

#include "plan/importer/clean.hpp"
#include "plan/importer/importer.hpp"
#include "plan/importer/outline.hpp"

namespace caicach::plan
{
namespace
{

std::string source_stage(const document::SourceText& source)
{
    std::string out;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        out += fmt::format("{:5} {}\n", i + 1, source.lines[i].text);
    }
    return out;
}

std::string_view part_name(importer::Part part)
{
    switch (part) {
        case importer::Part::head:
            return "head";
        case importer::Part::title:
            return "title";
        case importer::Part::preamble:
            return "preamble";
        case importer::Part::article:
            return "article";
        case importer::Part::body:
            return "body";
        case importer::Part::tail:
            return "tail";
        case importer::Part::annex:
            return "annex";
        case importer::Part::footnote:
            return "footnote";
    }
    return "";
}

std::string clean_stage(const std::vector<importer::Paragraph>& paragraphs,
                        const importer::Parts& parts)
{
    std::string out;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto& paragraph = paragraphs[i];
        out += fmt::format("{:5}-{:<5} {:8} {}{}\n", paragraph.first_line() + 1,
                           paragraph.last_line() + 1, part_name(parts.of[i].part),
                           paragraph.heading ? "# " : "", paragraph.text);
    }
    return out;
}

// The depth of the outline is bounded (limits.hpp).
// NOLINTNEXTLINE(misc-no-recursion)
void write_node(std::string& out, const importer::Outline& outline, int index, std::size_t depth)
{
    const auto& node = outline[index];
    static constexpr std::string_view kinds[] = {"root", "label", "bullet", "plain", "table"};
    const auto label = node.marker ? node.marker->label : std::string{};
    out += fmt::format("{}{} {}{} {}\n", std::string(2 * depth, ' '),
                       kinds[static_cast<std::size_t>(node.kind)], label,
                       node.kind == importer::Node::Kind::table
                           ? fmt::format("({} rows)", node.paragraphs.size())
                           : std::string{},
                       node.text);
    for (const int child : node.children) write_node(out, outline, child, depth + 1);
}

std::string outline_stage(const importer::Outline& outline)
{
    std::string out;
    for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
        if (outline.nodes[i].kind == importer::Node::Kind::root) {
            write_node(out, outline, static_cast<int>(i), 0);
        }
    }
    return out;
}

std::string classified_stage(const ImportedPlan& plan, const document::SourceText& source)
{
    std::string out;
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        const auto& line = plan.lines[i];
        const auto path =
            line.item >= 0
                ? plan.items[static_cast<std::size_t>(line.item)].path + " " +
                      std::string{name_of(plan.items[static_cast<std::size_t>(line.item)].type)}
                : std::string{};
        out += fmt::format("{:5} {:12} {:22} {}\n", i + 1, name_of(line.fate), path,
                           source.lines[i].text);
    }
    return out;
}

}  // namespace

Result<std::string> stage_text(const document::SourceText& source, std::string_view stage,
                               const Gazetteer& gazetteer)
{
    if (stage == "text") return source_stage(source);
    if (stage == "clean" || stage == "outline") {
        const auto paragraphs = importer::paragraphs_of(importer::clean(source));
        const auto parts = importer::parts_of(paragraphs);
        if (stage == "clean") return clean_stage(paragraphs, parts);
        return outline_stage(importer::outline_of(paragraphs, parts));
    }
    if (stage == "classified" || stage == "fields" || stage == "document") {
        const auto plan = TRY(import_plan(source, gazetteer));
        if (stage == "classified") return classified_stage(plan, source);
        const auto value = to_schema_json(plan);
        return json::dump(stage == "fields" ? value["items"] : value["document"], true) + "\n";
    }
    return failure(Failure::invalid, "plan.import.stage_unknown", "stage", {std::string{stage}});
}

}  // namespace caicach::plan
