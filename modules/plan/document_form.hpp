#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/request.hpp"
#include "plan/edition.hpp"

/// What the document says of itself ↔ the form for it. Each reference is a row of fields with its
/// index in the name, "reference_kind_0"; a row that is empty is no reference. Recipients stand one
/// in a line.
namespace caicach::plan
{

inline constexpr std::array reference_fields{"reference_kind", "reference_number", "reference_date",
                                             "reference_issuer", "reference_name"};

[[nodiscard]] http::Form form_of(const DocumentRecord& document);
/// What the form sends where nothing was touched; `coordinator` is that agency's code.
[[nodiscard]] std::vector<http::Field> sent_by(const DocumentRecord& document,
                                               const std::string& coordinator);
/// What was sent, on top of what is stored: notes and coordinator stay, and lists that were not
/// sent. Faults are noted in `form`.
[[nodiscard]] DocumentRecord read_document(http::Form& form, const http::Request& request,
                                           const DocumentRecord& stored);

/// How many rows to show: up to the last that is filled in, and an empty one.
[[nodiscard]] std::size_t reference_rows(const http::Form& form);

}  // namespace caicach::plan
