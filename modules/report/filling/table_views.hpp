#pragma once
#include "report/filling/cell_form_views.hpp"

namespace caicach::report
{

/// A table of the form: its rows, to read or to write in, and what may be done with them. Long
/// ones stand in several forms, each small enough to be sent at once.
void table_part(html::Writer& out, const Context& context, const FillingPage& page,
                CellForms& forms, const FormTable& table);

}  // namespace caicach::report
