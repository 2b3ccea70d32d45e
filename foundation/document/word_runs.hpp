#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "document/word_tags.hpp"
#include "document/xml.hpp"

namespace caicach::document
{

/// The words of one paragraph of a Word file as they are read, and the runs that hold them: Word
/// cuts a word into several wherever it was edited, spelt or formatted.
class WordRuns
{
public:
    explicit WordRuns(pugi::xml_node paragraph);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What holds the run in which that letter stands: the paragraph, or a link in it.
    [[nodiscard]] pugi::xml_node holder_at(std::size_t at) const;

    /// Gives each tag a run of its own, formed like its first sign, and takes escapes out; all
    /// other letters stay in their runs. The runs of the tags, in order. Only once.
    [[nodiscard]] std::vector<pugi::xml_node> set_apart(const WordTags& tags);

private:
    struct Piece {
        pugi::xml_node node{};  ///< <w:t>, or what stands for one letter
        std::size_t from{};
        std::size_t size{};
    };

    void read(pugi::xml_node node);
    [[nodiscard]] std::size_t piece_at(std::size_t at) const;
    pugi::xml_node take_out(const WordTag& tag);

    std::string m_text{};
    std::vector<Piece> m_pieces{};
};

/// The text of a <w:t>, with its blanks.
void set_words(pugi::xml_node node, std::string_view words);
/// A child of that local name, with the prefix of its parent.
pugi::xml_node append_like(pugi::xml_node parent, std::string_view local);

}  // namespace caicach::document
