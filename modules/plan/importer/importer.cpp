#include "plan/importer/importer.hpp"

#include <algorithm>

#include "plan/importer/clean.hpp"
#include "plan/importer/document_fields.hpp"
#include "plan/importer/fields_of_reform.hpp"
#include "plan/importer/items.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/notes.hpp"
#include "plan/importer/outline.hpp"

namespace caicach::plan
{
namespace
{

/// In a centrally run city the bodies of the provincial level are the city's.
void name_city_bodies(ImportedPlan& plan)
{
    constexpr std::string_view tail = " tỉnh";
    if (plan.document.issuer.find(" thành phố ") == std::string::npos) return;
    for (auto& item : plan.items) {
        for (auto* role : {&item.lead, &item.support, &item.oversee}) {
            for (auto& agency : *role) {
                if (!agency.known || !agency.name.ends_with(tail)) continue;
                agency.name.resize(agency.name.size() - tail.size());
                agency.name += " thành phố";
            }
        }
    }
}

/// What the lines of a part are that became no item.
Fate fate_of_part(importer::Part part)
{
    switch (part) {
        case importer::Part::footnote:
            return Fate::footnote;
        case importer::Part::title:
            return Fate::heading;
        case importer::Part::head:
        case importer::Part::tail:
            return Fate::field;
        case importer::Part::annex:
            return Fate::unknown;
        default:
            return Fate::boilerplate;
    }
}

/// Lines that lie outside of body and annexes, and those that are no text.
void mark_rest(const std::vector<importer::CleanLine>& lines,
               const std::vector<importer::Paragraph>& paragraphs, const importer::Parts& parts,
               std::vector<LineFate>& fates)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == importer::CleanLine::Kind::blank) fates[i].fate = Fate::blank;
        if (lines[i].kind == importer::CleanLine::Kind::artefact) fates[i].fate = Fate::boilerplate;
    }
    // What has neither title nor body is no document of this kind, and its lines no letterhead.
    const bool is_document = std::ranges::any_of(parts.of, [](const importer::PartOf& part) {
        return part.part == importer::Part::title || part.part == importer::Part::body;
    });
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto part = parts.of[i].part;
        if (part == importer::Part::body || !is_document) continue;
        for (const auto& piece : paragraphs[i].pieces) {
            auto& fate = fates[static_cast<std::size_t>(piece.line)].fate;
            if (fate == Fate::unknown) fate = fate_of_part(part);
        }
    }
}

}  // namespace

Result<ImportedPlan> import_plan(const document::SourceText& source, const Gazetteer& gazetteer)
{
    std::size_t bytes = 0;
    for (const auto& line : source.lines) bytes += line.text.size();
    if (bytes > limits::bytes_max || source.lines.size() > limits::lines_max) {
        return failure(Failure::too_large, "plan.import.too_large");
    }
    if (bytes == 0) return failure(Failure::invalid, "plan.import.empty");
    const auto lines = importer::clean(source);
    const auto paragraphs = importer::paragraphs_of(lines);
    const auto parts = importer::parts_of(paragraphs);
    const auto outline = importer::outline_of(paragraphs, parts);
    ImportedPlan plan;
    plan.document = importer::document_fields_of(paragraphs, parts, gazetteer);
    auto found =
        importer::items_of(paragraphs, parts, outline, gazetteer, plan.document.year, lines.size());
    plan.items = std::move(found.items);
    plan.lines = std::move(found.lines);
    name_city_bodies(plan);
    mark_rest(lines, paragraphs, parts, plan.lines);
    importer::add_areas(plan);
    importer::add_notes(plan, paragraphs, parts);
    return plan;
}

}  // namespace caicach::plan
