#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "http/form.hpp"
#include "manifest/context.hpp"

/// What the forms of this module share.
namespace caicach::plan
{

/// What is wrong with a field, for people; empty where nothing is.
[[nodiscard]] std::string fault_of(const Context& context, const http::Form& form,
                                   std::string_view field);

/// The faults on top of a refused form; ids of its controls are `prefix` and the field's name.
void write_faults(html::Writer& out, const Context& context, const http::Form& form,
                  std::string_view prefix = {});

/// What somebody else changed meanwhile: the script puts it into the form that was sent.
void write_news(html::Writer& out, const std::vector<http::Field>& news);

/// "14:05 ngày 30/09/2024", in Vietnam.
[[nodiscard]] std::string moment(Instant at);

}  // namespace caicach::plan
