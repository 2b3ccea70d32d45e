#pragma once
#include <span>
#include <string>

#include "document/official_document.hpp"
#include "document/official_styles.hpp"

/// What an official document is written on, from top to bottom: Word's markup, or pages of a PDF.
/// Lengths as in official_layout.hpp.
namespace caicach::document
{

/// How a paragraph stands. What is 0 is left to the style, `before` and `after` only together.
struct SheetParagraph {
    SheetStyle style{};
    SheetAlignment alignment{};
    int size{};
    bool is_bold{};
    bool is_italic{};
    int before{};
    int after{};
    int left{};
    bool keeps_with_next{};  ///< on one page with the paragraph that follows
};

/// Of the pages of the body, or of an annex.
struct SheetPage {
    bool is_landscape{};
};

/// A line below words that are bold, in the middle of `width`: some hundredths of their length.
struct SheetRule {
    std::string words{};
    int size{};
    int percent{};
    int width{};
    int length{};  ///< about so long: for a sheet that measures no words
};

/// A red frame around words, in the middle of `width`.
struct SheetBox {
    std::string words{};
    int size{};
    int frame_width{};
    int frame_height{};
    int width{};
};

/// Where an electronic signature is shown.
enum class SignaturePlace {
    signer,      ///< a picture of the signature, between title and name
    agency,      ///< a picture of the seal, over a third of it
    attachment,  ///< number and time in words, above the first page of a file that goes with it
};

enum class SheetKeep { alone, with_next };
enum class SheetLines { none, all };
enum class SheetRow { plain, head };  ///< a head is repeated on each page

class OfficialSheet
{
public:
    OfficialSheet() = default;
    OfficialSheet(const OfficialSheet&) = delete;
    OfficialSheet& operator=(const OfficialSheet&) = delete;
    OfficialSheet(OfficialSheet&&) = delete;
    OfficialSheet& operator=(OfficialSheet&&) = delete;
    virtual ~OfficialSheet() = default;

    /// What follows stands on such pages, the first of which is a new page 1.
    virtual void begin_section(const SheetPage& page) = 0;
    virtual void paragraph(const SheetParagraph& shape, std::span<const OfficialRun> runs) = 0;
    void paragraph(const SheetParagraph& shape, std::string text);
    /// Below the last paragraph, which is wide enough for the words.
    virtual void rule(const SheetRule& rule) = 0;
    virtual void box(const SheetBox& box) = 0;
    /// Nothing, so high.
    virtual void gap(int height, SheetKeep keep) = 0;

    /// Something will be shown here when it is signed: it takes no room of its own. Of an
    /// attachment: above the first page, said before anything stands there.
    virtual void mark(SignaturePlace place) = 0;

    virtual void begin_table(std::span<const int> widths, SheetLines lines) = 0;
    virtual void begin_row(SheetRow kind) = 0;
    virtual void begin_cell(int width) = 0;
    virtual void end_cell() = 0;
    virtual void end_row() = 0;
    virtual void end_table() = 0;
};

}  // namespace caicach::document
