#pragma once
#include <string>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

/// What waits for a person and is no item, as cards among the items: where the work is.
namespace caicach::plan
{

/// A line of which nothing became.
void write_open_line(html::Writer& out, const Context& context, const ReviewPage& page,
                     const SourceLine& line);
/// A doubt about the whole document.
void write_open_note(html::Writer& out, const Context& context, const ReviewPage& page,
                     const Note& note);

/// What changes on the page when one of them was settled.
[[nodiscard]] http::Response settled_line_parts(const Context& context, const ReviewPage& page,
                                                const SourceLine& line);
[[nodiscard]] http::Response settled_note_parts(const Context& context, const ReviewPage& page,
                                                const Note& note);

/// The card's key on the page: its anchor is "muc-KEY".
[[nodiscard]] std::string card_key(const SourceLine& line);
[[nodiscard]] std::string card_key(const Note& note);

/// The button that settles a doubt about the document.
void write_settle_note(html::Writer& out, const Context& context, const Edition& edition,
                       const Note& note);

}  // namespace caicach::plan
