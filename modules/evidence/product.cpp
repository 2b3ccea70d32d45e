#include "evidence/product.hpp"

#include <algorithm>

#include "evidence/product_subjects.hpp"
#include "evidence/reference_data.hpp"
#include "evidence/reference_files.hpp"
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

/// How words of the file are read in a sentence, by the mark before them.
enum class Mark {
    none,
    opens,    ///< ^ only where the sentence begins with them
    governs,  ///< > what directly follows them only says what it is about
    hides,    ///< - they name no product, also where a part of them does
};

Mark mark_of(std::string_view words)
{
    if (words.starts_with('^')) return Mark::opens;
    if (words.starts_with('>')) return Mark::governs;
    return words.starts_with('-') ? Mark::hides : Mark::none;
}

/// Keys stand in addresses and in names of figures.
bool is_key(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_' ||
               (letter >= '0' && letter <= '9');
    });
}

Result<std::vector<Product>> read_products(const text::Table& table)
{
    std::vector<Product> read;
    read.reserve(table.rows().size());
    for (const auto& row : table.rows()) {
        const auto key = table.at(row, "key");
        if (!is_key(key)) return text::malformed_field(row.line, "key", key);
        for (const auto* const column : {"text", "unit"})
            if (table.at(row, column).empty()) return text::malformed_field(row.line, column, "");
        const auto for_duty = table.at(row, "for_duty");
        if (for_duty != "yes" && for_duty != "no")
            return text::malformed_field(row.line, "for_duty", for_duty);
        Product product{.key = std::string{table.at(row, "key")},
                        .text = std::string{table.at(row, "text")},
                        .unit = std::string{table.at(row, "unit")},
                        .is_for_duty = table.at(row, "for_duty") == "yes"};
        for (const auto words : text::list_of(table.at(row, "words"), '|'))
            if (mark_of(words) != Mark::hides) product.words.push_back(words_of(words));
        read.push_back(std::move(product));
    }
    return read;
}

/// "departments|departments+localities": each set is told of for itself.
Result<std::vector<SubjectProduct>> read_subjects(const text::Table& table)
{
    std::vector<SubjectProduct> read;
    for (const auto& row : table.rows()) {
        const auto field = table.at(row, "subjects");
        if (field.empty()) continue;
        SubjectProduct product{.product = std::string{table.at(row, "key")}};
        for (const auto set : text::list_of(field, '|')) {
            auto& coverage = product.sets.emplace_back();
            for (const auto group : text::list_of(set, '+')) {
                if (!is_key(group)) return text::malformed_field(row.line, "subjects", field);
                coverage.key += (coverage.key.empty() ? "" : "-") + std::string{group};
                coverage.groups.emplace_back(group);
            }
        }
        read.push_back(std::move(product));
    }
    return read;
}

Result<void> check_products(const text::Table& table);
constexpr text::ReferenceFile products_file{"products.csv", reference_data::products,
                                            check_products};

Result<void> check_products(const text::Table& table)
{
    TRY(read_products(table));
    TRY(read_subjects(table));
    const auto built_in = TRY(text::Table::parse(products_file.built_in));
    return text::require_keys(table, built_in);
}

const Product* longest_in(std::string_view phrase)
{
    const auto line = words_of(phrase);
    const Product* best = nullptr;
    std::size_t longest = 0;
    for (const auto& product : products()) {
        for (const auto& words : product.words) {
            if (words.size() <= longest || line.find(words) == std::string::npos) continue;
            longest = words.size();
            best = &product;
        }
    }
    return best;
}

/// The words of a product in sentences: those of one syllable say too little there.
struct Phrase {
    const Product* product{};
    std::string words{};
    Mark mark{Mark::none};
};

std::vector<Phrase> read_phrases(const text::Table& table)
{
    std::vector<Phrase> phrases;
    for (const auto& row : table.rows()) {
        for (const auto words : text::list_of(table.at(row, "words"), '|')) {
            Phrase phrase{product_of(table.at(row, "key")), words_of(words), mark_of(words)};
            const auto blanks = std::ranges::count(phrase.words, ' ');
            if (blanks > 2) phrases.push_back(std::move(phrase));
        }
    }
    return phrases;
}

std::span<const Phrase> phrases()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(products_file));
        return read_phrases(table);
    }();
    return all;
}

/// A phrase and where it stands in a sentence: from one blank to another.
struct Said {
    const Phrase* phrase{};
    std::size_t begin{};
    std::size_t end{};
};

/// What says nothing of a product is taken out, with what it covers.
void hide(std::string& line)
{
    for (const auto& phrase : phrases()) {
        if (phrase.mark != Mark::hides) continue;
        for (auto at = line.find(phrase.words); at != std::string::npos;
             at = line.find(phrase.words)) {
            line.replace(at, phrase.words.size(), " | ");
        }
    }
}

std::vector<Said> said_in(const std::string& line)
{
    std::vector<Said> said;
    for (const auto& phrase : phrases()) {
        if (phrase.mark == Mark::hides) continue;
        const auto at = phrase.mark == Mark::opens
                            ? (line.starts_with(phrase.words) ? 0 : line.npos)
                            : line.find(phrase.words);
        if (at != line.npos) said.push_back({&phrase, at, at + phrase.words.size() - 1});
    }
    return said;
}

/// "xây dựng kế hoạch kiểm tra": what directly follows only says what the plan is about.
bool is_object(const Said& one, const std::vector<Said>& all)
{
    return std::ranges::any_of(all, [&one](const Said& other) {
        return other.phrase->mark == Mark::governs &&
               other.phrase->product != one.phrase->product && other.begin < one.begin &&
               other.end >= one.begin;
    });
}

}  // namespace

std::span<const text::ReferenceFile> reference_files() { return {&products_file, 1}; }

std::span<const Product> products()
{
    // Once: own tables are in their place before anybody asks, and were checked.
    static const auto all = [] {
        const auto table = MUST(text::table_of(products_file));
        return MUST(read_products(table));
    }();
    return all;
}

std::span<const SubjectProduct> subject_products()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(products_file));
        return MUST(read_subjects(table));
    }();
    return all;
}

bool has_subjects(std::string_view product)
{
    const auto all = subject_products();
    return std::ranges::find(all, product, &SubjectProduct::product) != all.end();
}

const Product* product_of(std::string_view key)
{
    const auto all = products();
    const auto found = std::ranges::find(all, key, &Product::key);
    return found == all.end() ? nullptr : &*found;
}

const Product* product_of_unit(std::string_view unit) { return longest_in(unit); }

const Product* product_in(std::string_view sentence)
{
    auto line = words_of(sentence);
    hide(line);
    const auto said = said_in(line);
    const Said* best = nullptr;
    for (const auto& one : said) {
        const bool is_longer = best == nullptr || one.end - one.begin > best->end - best->begin;
        if (is_longer && !is_object(one, said)) best = &one;
    }
    return best == nullptr ? nullptr : best->phrase->product;
}

}  // namespace caicach::evidence
