#include "report/narrative/drafts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/narrative/drawn_corrections.hpp"
#include "report/narrative/drawn_text.hpp"

namespace caicach::report
{
namespace
{

std::vector<const Narrative*> drawn_narratives(const Definition& definition)
{
    std::vector<const Narrative*> found;
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            const auto* words = std::get_if<Narrative>(&part);
            if (words != nullptr && !words->drawn_of.empty()) found.push_back(words);
        }
    }
    return found;
}

/// Corrections are of the report as a whole: they stand where it speaks of no single area.
const Narrative* place_of_corrections(const std::vector<const Narrative*>& narratives)
{
    if (narratives.empty()) return nullptr;
    const auto general =
        std::ranges::find_if(narratives, [](const Narrative* one) { return one->area.empty(); });
    return general == narratives.end() ? narratives.front() : *general;
}

}  // namespace

Result<std::map<std::string, std::string>> drafts_for(Context& context,
                                                      database::Transaction& transaction,
                                                      const Filled& filled)
{
    const auto wording = TRY(Wording::on(context.today()));
    const evidence::Telling telling{
        .agency = filled.report.agency, .window = filled.period.data, .today = context.today()};
    const auto narratives = drawn_narratives(*filled.definition);
    const auto* place = place_of_corrections(narratives);
    std::map<std::string, std::string> drafts;
    for (const auto* words : narratives) {
        const auto lines = TRY(lines_for(context, transaction, *words, telling));
        auto text = draw(*words, lines, wording);
        if (words == place) {
            const auto corrections = TRY(corrections_before(transaction, filled));
            text = with_corrections(*words, std::move(text), corrections, wording);
        }
        if (!text.empty()) drafts.emplace(words->key, std::move(text));
    }
    return drafts;
}

}  // namespace caicach::report
