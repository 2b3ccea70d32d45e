#pragma once
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "report/form/form_store.hpp"

namespace caicach::report
{

/// A suggestion that is nobody's yet may be taken over by whoever makes forms, for an agency of
/// theirs.
[[nodiscard]] bool may_design(const Context& context, const Form& form);
[[nodiscard]] Result<void> require_design(const Context& context, const Form& form);

/// The form of the address.
[[nodiscard]] Result<Form> form_in(database::Transaction& transaction,
                                   const http::Request& request);

}  // namespace caicach::report
