#pragma once
#include "evidence/fact_form_views.hpp"
#include "evidence/typed_fact.hpp"
#include "http/request.hpp"

/// What comes back from the form of a fact.
namespace caicach::evidence
{

/// As it was typed, to be shown again.
[[nodiscard]] FactFields typed_in(const http::Request& request);

/// What the form says, and its proof, which is looked at and kept: before a transaction is opened,
/// after it was asked whether the person may. A page of ours is kept unless the link is
/// `known_link`, that of the fact to be corrected.
[[nodiscard]] Result<TypedFact> read_fact(Context& context, const http::Request& request,
                                          std::string_view known_link = {});

}  // namespace caicach::evidence
