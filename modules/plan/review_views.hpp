#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/item_texts.hpp"
#include "plan/review_page.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::plan
{

/// The document beside the items read from it.
[[nodiscard]] http::Response review_page(const Context& context, const ReviewPage& page);

/// What still needs a person, each a link to its place.
[[nodiscard]] http::Response attention_page(const Context& context, const ReviewPage& page);

/// A card with the texts that it looks at.
class ShownCard
{
public:
    ShownCard(const Context& context, const Edition& edition, const Item& item, bool may_review);
    ShownCard(const ShownCard&) = delete;
    ShownCard& operator=(const ShownCard&) = delete;
    ~ShownCard() = default;

    [[nodiscard]] web::ItemCard card() const;
    [[nodiscard]] const std::string& key() const { return m_key; }

private:
    const Item& m_item;
    std::string m_key;
    std::string m_title;
    std::string m_context;
    std::string m_confidence;
    std::string m_edit_path;
    std::string m_confirm_path;
    std::string m_csrf;
    ItemFacts m_texts;
    std::vector<web::Fact> m_facts{};
    std::vector<std::string> m_note_texts{};
    std::vector<std::string_view> m_notes{};
    bool m_needs_a_person{};
};

/// The bar above, and its two parts that go with every answer.
void write_bar(html::Writer& out, const Context& context, const ReviewPage& page);
/// The same on pages without the keys of review and without the way to putting in force.
void write_plain_bar(html::Writer& out, const Context& context, const ReviewPage& page);
void write_bar_parts(html::Writer& out, const Context& context, const ReviewPage& page);

/// The lines from `first` to `last`, coloured by what became of them.
void write_lines(html::Writer& out, const ReviewPage& page, int first, int last);

/// Why an item needs a person, in words.
[[nodiscard]] std::string need_text(const Context& context, const Need& need);

}  // namespace caicach::plan
