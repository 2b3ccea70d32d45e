#pragma once
#include "manifest/module.hpp"
#include "report/filling/filling_views.hpp"

namespace caicach::report
{

/// One report, to read and to fill in: cells, rows, files, numbers with their facts.
void add_filling(Module& module);

/// The page of the report that the address names, with what a refused form is told.
[[nodiscard]] Result<http::Response> report_page_with(Context& context,
                                                      const http::Request& request,
                                                      FillingPage told, int status = 200);

}  // namespace caicach::report
