#pragma once
#include "html/html.hpp"
#include "plan/item_views.hpp"

namespace caicach::plan
{

/// Every field of an item, with ids that begin with "muc-KEY-".
void write_item_fields(html::Writer& out, const Context& context, const ItemEditorPage& page,
                       const std::string& key);

/// The parts of the fields that a saved change rewrites: sentences, and rows with an empty one.
void write_schedule_sentence(html::Writer& out, const Item& item, const std::string& key);
void write_quota_rows(html::Writer& out, const Context& context, const http::Form& form,
                      const Item& item, const std::string& key);
void write_metric_rows(html::Writer& out, const Context& context, const http::Form& form,
                       const Item& item, const std::string& key);

}  // namespace caicach::plan
