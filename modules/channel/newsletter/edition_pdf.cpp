#include "channel/newsletter/edition_pdf.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/paths.hpp"
#include "document/pdf_pages.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

using document::MarkdownKind;
using document::MarkdownStep;
using document::OfficialRun;
using document::OfficialSheet;
using document::SheetAlignment;
using document::SheetStyle;
namespace layout = document::layout;

constexpr int name_size = layout::letters(20);
constexpr int headline_size = layout::letters(15);
constexpr int note_size = layout::letters(11);
constexpr int list_indent = layout::millimetres(8);
constexpr int article_gap = layout::points(14);
constexpr int small_gap = layout::points(4);

/// Writes the steps of a text paragraph by paragraph: what holds others only says how they stand.
class TextOnSheet
{
public:
    explicit TextOnSheet(OfficialSheet& out) : m_out(out) {}

    void write(const document::Markdown& text)
    {
        for (const auto& step : text) take(step);
        end_paragraph();
    }

private:
    void take(const MarkdownStep& step)
    {
        switch (step.kind) {
            case MarkdownKind::text:
            case MarkdownKind::code:
            case MarkdownKind::code_block:
                run(step.text);
                return;
            case MarkdownKind::line_break:
                run(" ");
                return;
            case MarkdownKind::strong:
                m_bold += step.is_end ? -1 : 1;
                return;
            case MarkdownKind::emphasis:
                m_italic += step.is_end ? -1 : 1;
                return;
            case MarkdownKind::picture:
                run(step.is_end ? "]" : "[Ảnh: ");
                return;
            case MarkdownKind::table_cell:
                if (step.is_end) run("   ");
                return;
            case MarkdownKind::link:
            case MarkdownKind::struck:
            case MarkdownKind::table:
            case MarkdownKind::rule:
            case MarkdownKind::quote:
                return;
            default:
                block(step);
        }
    }

    void block(const MarkdownStep& step)
    {
        // A paragraph in an item of a list goes on behind its mark.
        const bool is_behind_mark = !step.is_end && step.kind == MarkdownKind::paragraph &&
                                    m_runs.size() == 1 && m_has_mark;
        if (!is_behind_mark) end_paragraph();
        const int change = step.is_end ? -1 : 1;
        if (step.kind == MarkdownKind::heading || step.kind == MarkdownKind::table_head)
            m_bold += change;
        if (step.kind == MarkdownKind::list || step.kind == MarkdownKind::numbered_list) {
            if (step.is_end) {
                if (!m_numbers.empty()) m_numbers.pop_back();
            } else {
                m_numbers.push_back(step.kind == MarkdownKind::list ? -1 : step.number);
            }
        }
        if (step.kind == MarkdownKind::list_item && !step.is_end && !m_numbers.empty()) {
            auto& number = m_numbers.back();
            run(number < 0 ? std::string("– ") : std::to_string(number) + ". ");
            if (number >= 0) ++number;
            m_has_mark = true;
        }
    }

    void run(std::string text)
    {
        m_runs.push_back(
            {.text = std::move(text), .is_bold = m_bold > 0, .is_italic = m_italic > 0});
    }

    void end_paragraph()
    {
        m_has_mark = false;
        if (m_runs.empty()) return;
        const int depth = static_cast<int>(m_numbers.size());
        m_out.paragraph({.alignment = SheetAlignment::both,
                         .after = layout::paragraph_gap,
                         .left = depth * list_indent},
                        m_runs);
        m_runs.clear();
    }

    OfficialSheet& m_out;
    std::vector<OfficialRun> m_runs{};
    std::vector<int> m_numbers{};  ///< of the lists that are open; negative: not numbered
    int m_bold{};
    int m_italic{};
    bool m_has_mark{};
};

void head(OfficialSheet& out, const Edition& edition)
{
    const auto centre = SheetAlignment::centre;
    out.paragraph({.alignment = centre, .is_bold = true, .after = small_gap},
                  text::upper(edition.agency));
    out.paragraph({.alignment = centre, .size = name_size, .is_bold = true, .after = small_gap},
                  edition.issue.title);
    auto line = edition.number;
    if (edition.issue.released_at)
        line += ", ngày " + Date::of(*edition.issue.released_at).vietnamese();
    out.paragraph({.alignment = centre, .is_italic = true, .after = article_gap}, line);
}

/// With its whole text, or without.
enum class Length { whole, summary };

Result<void> article(OfficialSheet& out, const EditionArticle& one, Length length)
{
    const auto& article = one.article;
    out.paragraph({.alignment = SheetAlignment::left,
                   .size = headline_size,
                   .is_bold = true,
                   .before = article_gap,
                   .after = small_gap,
                   .keeps_with_next = true},
                  one.title);
    const auto note = one.agency + ", " + Date::of(article.published_at).vietnamese();
    if (article.is_withdrawn) {
        out.paragraph({.is_italic = true, .after = small_gap}, "Bài này đã được gỡ.");
        return {};
    }
    out.paragraph(
        {.size = note_size, .is_italic = true, .after = small_gap, .keeps_with_next = true}, note);
    if (!article.summary.empty())
        out.paragraph(
            {.alignment = SheetAlignment::both, .is_bold = true, .after = layout::paragraph_gap},
            article.summary);
    if (length == Length::summary) return {};
    const auto body = TRY(document::read_markdown(article.body));
    TextOnSheet{out}.write(body);
    return {};
}

/// Anybody may ask for the pages: what would take long to draw is left to the web.
Length length_of(const Edition& edition)
{
    std::size_t bytes = 0;
    for (const auto& one : edition.articles) bytes += one.article.body.size();
    return bytes > limits::pdf_text_bytes_max ? Length::summary : Length::whole;
}

}  // namespace

Result<std::string> edition_pdf(const Edition& edition, std::string_view site)
{
    const auto pages = TRY(document::PdfPages::create());
    OfficialSheet& out = *pages;
    out.begin_section({});
    head(out, edition);
    TextOnSheet{out}.write(edition.opening);
    const auto length = length_of(edition);
    for (const auto& one : edition.articles) TRY(article(out, one, length));
    if (!site.empty() && !edition.issue.slug.empty())
        out.paragraph({.size = note_size, .is_italic = true, .before = article_gap},
                      "Đọc trên mạng: " + std::string(site) + archive_path(edition.issue.slug));
    const auto day = Date::of(edition.issue.released_at.value_or(edition.issue.made_at));
    auto printed = TRY(pages->finish(edition.name, day));
    return std::move(printed.bytes);
}

}  // namespace caicach::channel
