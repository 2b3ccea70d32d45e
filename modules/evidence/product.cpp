#include "evidence/product.hpp"

#include <algorithm>

#include "evidence/reference_data.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

/// Words parted by single blanks, with a blank at both ends: whole words are found by find().
std::string words_of(std::string_view phrase)
{
    std::string line{" "};
    const auto small = text::lower(text::nfc(phrase));
    for (const auto word : text::words(small)) {
        line += word;
        line += ' ';
    }
    return line;
}

std::vector<Product> read_products()
{
    std::vector<Product> read;
    const auto table = MUST(text::Table::parse(reference_data::products));
    read.reserve(table.rows().size());
    for (const auto& row : table.rows()) {
        Product product{.key = std::string{table.at(row, "key")},
                        .text = std::string{table.at(row, "text")},
                        .unit = std::string{table.at(row, "unit")},
                        .is_for_duty = table.at(row, "for_duty") == "yes"};
        for (const auto words : text::list_of(table.at(row, "words"), '|'))
            product.words.push_back(words_of(words));
        read.push_back(std::move(product));
    }
    return read;
}

const Product* longest_in(std::string_view phrase, std::ptrdiff_t syllables_min)
{
    const auto line = words_of(phrase);
    const Product* best = nullptr;
    std::size_t longest = 0;
    for (const auto& product : products()) {
        for (const auto& words : product.words) {
            const auto syllables = std::ranges::count(words, ' ') - 1;
            if (syllables < syllables_min || words.size() <= longest) continue;
            if (line.find(words) == std::string::npos) continue;
            longest = words.size();
            best = &product;
        }
    }
    return best;
}

}  // namespace

std::span<const Product> products()
{
    static const auto all = read_products();
    return all;
}

const Product* product_of(std::string_view key)
{
    const auto all = products();
    const auto found = std::ranges::find(all, key, &Product::key);
    return found == all.end() ? nullptr : &*found;
}

const Product* product_of_unit(std::string_view unit) { return longest_in(unit, 1); }

const Product* product_in(std::string_view sentence) { return longest_in(sentence, 2); }

}  // namespace caicach::evidence
