#include "search/synonyms.hpp"

#include <vector>

#include "search/reference_data.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::search
{
namespace
{

/// Any words will do, two of them at least.
Result<void> check_synonyms(const text::Table& table)
{
    for (const auto& row : table.rows()) {
        const auto words = table.at(row, "words");
        if (text::list_of(words, '|').size() < 2)
            return text::malformed_field(row.line, "words", words);
    }
    return {};
}

constexpr text::ReferenceFile synonyms_file{"search_synonyms.csv", reference_data::search_synonyms,
                                            check_synonyms};

}  // namespace

text::ReferenceFile synonyms_table() { return synonyms_file; }

std::span<const SynonymGroup> synonyms()
{
    static const auto groups = [] {
        const auto table = MUST(text::table_of(synonyms_file));
        std::vector<SynonymGroup> rows;
        rows.reserve(table.rows().size());
        for (const auto& row : table.rows()) {
            const auto words = text::list_of(table.at(row, "words"), '|');
            rows.emplace_back(words.begin(), words.end());
        }
        return rows;
    }();
    return groups;
}

}  // namespace caicach::search
