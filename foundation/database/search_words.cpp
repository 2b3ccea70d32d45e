#include "database/search_words.hpp"

#include "text/text.hpp"

namespace caicach::database
{

namespace
{

void shorten_to_limit(std::string& word)
{
    if (word.size() <= search_word_bytes_max) return;
    std::size_t size = search_word_bytes_max;
    while (size > 0 && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U) --size;
    word.resize(size);
}

}  // namespace

SearchWord search_word(std::string_view word)
{
    SearchWord result{.exact = text::lower(text::nfc(word)), .folded = {}};
    shorten_to_limit(result.exact);
    result.folded = text::fold(result.exact);
    shorten_to_limit(result.folded);
    return result;
}

}  // namespace caicach::database
