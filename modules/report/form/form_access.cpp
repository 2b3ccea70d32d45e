#include "report/form/form_access.hpp"

#include "organisation/api.hpp"
#include "report/permissions.hpp"

namespace caicach::report
{

bool may_design(const Context& context, const Form& form)
{
    if (!form.owner) return context.may_anywhere(design_forms);
    return context.may(design_forms, organisation::scope_of(form.owner));
}

Result<void> require_design(const Context& context, const Form& form)
{
    if (may_design(context, form)) return {};
    return context.require(design_forms, organisation::scope_of(form.owner));
}

Result<Form> form_in(database::Transaction& transaction, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("form"));
    return FormStore{transaction}.find(code);
}

}  // namespace caicach::report
