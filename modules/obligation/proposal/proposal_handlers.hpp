#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// GET /viec/{task}/phan-cong, who does what of an obligation, and POST, which proposes a part;
/// /phan-viec, what was proposed to one's agency and by it, and what both sides say of each.
void add_proposals(Module& module);

}  // namespace caicach::obligation
