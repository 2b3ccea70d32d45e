#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// The page of one fact, its review and its correction.
void add_fact_pages(Module& module);

}  // namespace caicach::evidence
