import 'vorleser/define';
import { setAssetBase } from 'vorleser-espeak-ng/asset-base.js';

setAssetBase('/espeak-ng/');
