#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// GET /viec/theo-doi, what one's agency leads, helps, directs or oversees without owing it;
/// /viec/theo-doi/{plan}/{work}, what all agencies owe by one such item; both as tables, too.
void add_followed(Module& module);

}  // namespace caicach::obligation
