#pragma once
#include "web/components/page.hpp"

// Pages that show every component in its states, in our own words: a fictional province.
namespace caicach::styleguide
{

void components(html::Writer& out);
void form(html::Writer& out);
void form_refused(html::Writer& out);
void confirm(html::Writer& out);
void plan(html::Writer& out);
void plan_empty(html::Writer& out);
void review(html::Writer& out);
void review_conflict(html::Writer& out);
void editor_fragment(html::Writer& out);

/// Somebody is signed in, with the whole menu.
web::Frame office_frame(std::string title);
/// Nobody is.
web::Frame public_frame(std::string title);

}  // namespace caicach::styleguide
