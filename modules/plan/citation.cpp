#include "plan/citation.hpp"

#include <algorithm>
#include <utility>

#include "plan/item_texts.hpp"
#include "plan/sql.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

/// References of plans in force: some twenty a plan, a few hundred plans.
constexpr int citations_max = 20'000;

Citation citation_from(const database::Row& row)
{
    return {.document = {.kind = row.string("kind"),
                         .number = row.maybe_text("document_number"),
                         .issued_on = row.maybe_date("issued_on"),
                         .issuer = row.maybe_text("issuer"),
                         .name = row.maybe_text("name")},
            .own_slug = row.maybe_text("own_slug").value_or(""),
            .plans = {{.title = row.string("title"), .slug = row.string("slug")}}};
}

bool are_one(const Reference& one, const Reference& other)
{
    return key_of(one) == key_of(other) &&
           (!one.issued_on || !other.issued_on || one.issued_on == other.issued_on);
}

/// What one plan left out about a document, another may say.
void complete(Reference& document, const Reference& other)
{
    if (!document.issued_on) document.issued_on = other.issued_on;
    if (!document.issuer) document.issuer = other.issuer;
    if (!document.name) document.name = other.name;
}

bool has_words(const Citation& citation, const std::vector<std::string>& words)
{
    const auto text = text::fold(reference_text(citation.document));
    return std::ranges::all_of(
        words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Citation> joined(std::vector<Citation> citations)
{
    std::vector<Citation> documents;
    for (auto& citation : citations) {
        if (documents.empty() || !are_one(documents.back().document, citation.document)) {
            documents.push_back(std::move(citation));
            continue;
        }
        auto& document = documents.back();
        complete(document.document, citation.document);
        if (document.own_slug.empty()) document.own_slug = citation.own_slug;
        for (auto& plan : citation.plans) {
            const bool is_told = std::ranges::find(document.plans, plan) != document.plans.end();
            if (!is_told) document.plans.push_back(std::move(plan));
        }
    }
    return documents;
}

Result<std::vector<Citation>> cited_documents(database::Transaction& transaction,
                                              std::string_view words)
{
    auto rows = TRY(transaction.all(sql::citations_in_force, citation_from, citations_max));
    auto documents = joined(std::move(rows));
    std::vector<std::string> wanted;
    const auto folded = text::fold(words);
    for (const auto word : text::split(folded, ' ')) {
        if (!word.empty()) wanted.emplace_back(word);
    }
    std::erase_if(documents, [&](const Citation& each) { return !has_words(each, wanted); });
    std::ranges::stable_sort(documents, std::ranges::greater{},
                             [](const Citation& each) { return each.plans.size(); });
    return documents;
}

}  // namespace caicach::plan
